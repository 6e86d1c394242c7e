import { randomUUID } from "node:crypto";
import type { DataSource } from "typeorm";
import { receiptCode } from "../../apps/api/src/domain/listen/response/codes.ts";
import { viewerOf } from "../../apps/api/src/platform/viewer.ts";
import type { Operation } from "./operations.documents.ts";

/** Select of the slug that operations of these names take. */
const slugs: [RegExp, string][] = [
  [
    /^(SynthesisWrite|RefreshWriting|WritingReactions|SourceWords)/,
    "select s.slug as v from synthesis s left join synthesis_version v on v.synthesis_id = s.id and v.state <> 'PUBLISHED' order by v.id is null, s.slug limit 1",
  ],
  [
    /^(Synthes|Refresh|SaidReactions|ReactionsOfParagraphs|CanSuggest)/,
    "select slug as v from synthesis where state = 'PUBLISHED' order by slug limit 1",
  ],
  [
    /^(Questionnaire|Results|Paper)/,
    "select slug as v from questionnaire where published_at is not null and closes_at > now() and not of_the_week order by number desc limit 1",
  ],
  [
    /^(Proposal|SaidAmendments|Amendments|MoreAmendments|MoreArguments|Minority)/,
    "select slug as v from proposal where state = 'OPEN' order by slug not like 'proposition-perf-%', number limit 1",
  ],
  [/^(Objective|Grid)/, "select slug as v from objective order by number, slug limit 1"],
  [
    /^(Group|Curation|Schedule|MoreWeek|MoreOpen|Document(New|Fill))/,
    "select slug as v from working_group where slug not like 'perf-%' limit 1",
  ],
  [
    /^(Meeting|Minutes|ReactionsOfBlocks)/,
    "select slug as v from meeting where starts_at < now() - interval '5 days' order by slug not like 'rencontre-perf-%', slug limit 1",
  ],
  [/^Territory/, "select slug as v from territory where kind = 'REGION' order by slug offset 1 limit 1"],
  [/^Interlocutor/, "select slug as v from interlocutor order by slug limit 1"],
  [/^Document/, "select slug as v from document order by slug limit 1"],
  [/^Glossary/, "select slug as v from glossary_term order by slug limit 1"],
  [/^Theme/, "select slug as v from theme order by number limit 1"],
  [/^Initiative/, "select slug as v from initiative order by slug limit 1"],
  [/^Organisation/, "select slug as v from organisation limit 1"],
];

const ids: [RegExp, string][] = [
  [
    /^(ContributionPage|SlidIn|NearTexts|ReadingTextPage)/,
    "select c.id as v from contribution c where status = 'VISIBLE' and exists (select from passage p where p.contribution_id = c.id) order by c.id limit 1",
  ],
  [
    /^(Notebook)/,
    "select id as v from contribution where channel = 'NOTEBOOK' and status = 'VISIBLE' order by id limit 1",
  ],
  [
    /^(KeyPoint|ReadingKeyPoints)/,
    "select key_point_id as v from key_point_passage l join key_point k on k.id = l.key_point_id and k.state = 'STATED' group by 1 order by count(*) desc, 1 limit 1",
  ],
  [/^(Handover)/, "select id as v from handover order by id limit 1"],
  [/^(Exchange)/, "select id as v from exchange order by id limit 1"],
  [/^(Amendment)/, "select id as v from amendment order by id limit 1"],
];

/** Values of other variables, whatever the operation. */
const others: Record<string, unknown> = {
  language: "fr",
  filter: {},
  query: "circuits",
  search: "mairie",
  seed: 7,
  isDrawn: false,
  reads: true,
  opened: true,
  isThere: true,
  all: false,
  kinds: [],
  narrowed: false,
  toPlace: true,
  first: 20,
  list: "SECTOR",
  startsAt: 0,
  endsAt: 20,
  to: 1,
  number: 1,
  slot: "EXAMPLE",
  groups: null,
};

/** Operations of the team, read with all its rights; `isTeams` leaves others to a visitor. */
const teams =
  /Write|Writing|SourceWords|Reading|Desk|KeyPointsFound|CanSuggest|Evening|Moderation|Curation|People|Paper|Instance|Lists|Holidays|Launch|GroupNew|GroupRun|Edit|New|Grid|Import|TeamBar|Near|Suggestions|Adopt|Productions|Presence|Refresh|Preview|Profile/;

/** Variables of the operations: ids and slugs found in a database that `perf:data` made. */
export async function subjectsIn(database: DataSource) {
  const one = async (text: string) => (await database.query<{ v: string }[]>(text))[0]?.v ?? null;
  const slugOf = await Promise.all(slugs.map(async ([which, text]) => [which, await one(text)] as const));
  const idOf = await Promise.all(ids.map(async ([which, text]) => [which, await one(text)] as const));
  const rapporteur = await one(
    "select person_id as v from role_grant where role = 'RAPPORTEUR' order by person_id limit 1",
  );
  const response = await one(
    "select id as v from response where status = 'VISIBLE' and not awaits_others order by key not like 'perf-%', id limit 1",
  );
  const [sent] = await database.query<[{ questionnaireId: string; answers: { questionId: string; value: unknown }[] }]>(
    `select r.questionnaire_id as "questionnaireId", (select json_agg(json_build_object('questionId', a.question_id, 'value', a.value))
       from answer a where a.response_id = r.id) as answers
     from response r join questionnaire q on q.id = r.questionnaire_id and q.published_at is not null and q.closes_at > now()
     where r.key like 'demo-%' and r.channel = 'ONLINE' order by (select count(*) from answer a where a.response_id = r.id) desc, r.id limit 1`,
  );
  const texts = await database.query<{ id: string }[]>(
    "select id from question where questionnaire_id = $1 and type = 'LONG_TEXT' order by position limit 3",
    [sent.questionnaireId],
  );
  const [{ words }] = await database.query<[{ words: string[] }]>(
    `select array_agg(distinct word) as words from (select body from contribution order by id limit 300) it
     cross join lateral regexp_split_to_table(it.body, '[^[:alpha:]]+') word where word <> ''`,
  );
  const saying = () => Array.from({ length: 26 }, () => words[Math.floor(Math.random() * words.length)]).join(" ");
  const sendable = () => ({
    key: randomUUID(),
    questionnaireId: sent.questionnaireId,
    appearance: "ANONYMOUS",
    answers: [...sent.answers, ...texts.map(({ id }) => ({ questionId: id, value: saying() }))],
  });
  const roles = ["RAPPORTEUR", "FACILITATOR", "MODERATOR", "ADMINISTRATOR"] as const;
  return {
    /** Somebody of the team, with all its rights. */
    team: viewerOf(
      { id: rapporteur!, displayName: "Une personne fictive", language: "fr" },
      roles.map((role) => ({ role, groupId: null, territoryId: null })),
    ),
    /** A response to the open questionnaire, in other words each time: the same words again and again are held as a flood. */
    response: sendable,
    isTeams: ({ name }: Operation) => teams.test(name),
    /** Values of the variables of an operation; null where the database has nothing for one. */
    variablesOf({ name, variables, text }: Operation): Record<string, unknown> | null {
      const given: Record<string, unknown> = {};
      for (const variable of variables) {
        const required = new RegExp(`\\$${variable}: [^,)=]*!`).test(text);
        let value = others[variable];
        if (variable === "slug") value = slugOf.find(([which]) => which.test(name))?.[1];
        else if (variable === "id") value = idOf.find(([which]) => which.test(name))?.[1];
        else if (variable === "code" && name.startsWith("Trail")) value = response && receiptCode(response);
        else if (variable === "from") value = /: Int/.test(text) ? 1 : "perf";
        else if (variable === "objective") value = "objectif-1";
        // As it is first opened: words leave few of them.
        else if (variable === "search" && name === "ReadingKeyPointsPage") continue;
        if (value === undefined || value === null) {
          if (required) return null;
          continue;
        }
        given[variable] = value;
      }
      return given;
    },
  };
}
