import type { Definition } from "@cahier/schema/questionnaire/definition";
import type { EntityManager } from "typeorm";
import type { Appearance, Channel, SpeaksAs, TextStatus } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import { columnsOf, prepared } from "../../../platform/data/statement.ts";
import { definitionOf } from "../../listen/questionnaire/definition.ts";
import { outlineColumns, type Outline } from "../../listen/questionnaire/outline.ts";
import {
  type Question,
  type QuestionRevision,
  QuestionRevisions,
  type Questionnaire,
  Questionnaires,
  type Section,
} from "../../listen/questionnaire/questionnaire.entity.ts";
import type { Territory } from "../../ground/territory/territory.entity.ts";
import {
  counted,
  held,
  hidden,
  readByTeam,
  unpublished,
  visible,
  withdrawn,
} from "../../ground/moderation/status.sql.ts";

/** A place, as files tell it. */
export type TerritoryKnown = Pick<Territory, "id" | "kind" | "code" | "name" | "regionId">;

/** A question, and what its columns are called: its code, which is never given again. */
export type ExportedQuestion = Question & { key: string };

/** Facts of a questionnaire that give its rows their meaning. */
export interface Exported {
  questionnaire: Questionnaire;
  groupId: string;
  sections: Section[];
  questions: ExportedQuestion[];
  /** The wordings of each question, by its id, the first one first. */
  wordings: Map<string, QuestionRevision[]>;
  /** Definition at each revision of the questionnaire that was answered, also by what was changed since. */
  asked: Map<number, Definition>;
  /** Questions whose options were sectors, at one revision at least. */
  sectorQuestions: Set<string>;
  /** The day from which each revision was asked. */
  begunOn: Map<number, string>;
  places: Map<string, TerritoryKnown>;
  counts: Counts;
}

/** Counts of responses by status. */
export interface Counts {
  submitted: number;
  held: number;
  unpublished: number;
  withdrawn: number;
  setAside: number;
}

const countsColumn = `
  (select json_build_object(
     'submitted', count(*) filter (where ${readByTeam("r")}), 'held', count(*) filter (where ${held("r")}),
     'unpublished', count(*) filter (where ${unpublished("r")}),
     'withdrawn', count(*) filter (where ${withdrawn("r")}),
     'setAside', count(*) filter (where ${hidden("r")}))
   from response r where r.questionnaire_id = it.id) as counts`;

/** Answers the facts of a questionnaire for its file; null if no questionnaire has this slug. */
export async function exportedOf(db: EntityManager, slug: string): Promise<Exported | null> {
  const head = `select ${columnsOf(db, Questionnaires)}, o.group_id as "groupId", ${countsColumn}, ${outlineColumns(db)}
    from questionnaire it join objective o on o.id = it.objective_id where it.slug = $1`;
  const [found] = await prepared<Questionnaire & Outline & { groupId: string; counts: Counts }>(
    db,
    "export: head",
    head,
    [slug],
  );
  if (!found) return null;
  const { sections, questions, groupId, counts, ...questionnaire } = found;
  const revisions = `select ${columnsOf(db, QuestionRevisions)} from question_revision it
    join question q on q.id = it.question_id where q.questionnaire_id = $1 order by it.revision`;
  const places = `select id, kind, code, name, region_id as "regionId" from territory`;
  const begun = `select revision + 1 as revision, replaced_on as "on" from questionnaire_revision where questionnaire_id = $1`;
  const [reworded, known, changes, { asked, sectorQuestions }] = await Promise.all([
    prepared<QuestionRevision>(db, "export: wordings", revisions, [questionnaire.id]),
    prepared<TerritoryKnown>(db, "export: places", places),
    prepared<{ revision: number; on: string }>(db, "export: changes", begun, [questionnaire.id]),
    askedAtEach(db, questionnaire),
  ]);
  const first = questionnaire.publishedAt ? ([[1, dayOf(questionnaire.publishedAt)]] as const) : [];
  return {
    questionnaire,
    groupId,
    counts,
    sections,
    questions: keyed(questions),
    wordings: Map.groupBy(reworded, ({ questionId }) => questionId),
    asked,
    sectorQuestions,
    begunOn: new Map([...first, ...changes.map(({ revision, on }) => [revision, on] as const)]),
    places: new Map(known.map((place) => [place.id, place])),
  };
}

/** If an imported questionnaire has one code twice, the end of the id tells the two questions apart. */
const keyed = (questions: Question[]): ExportedQuestion[] =>
  questions.map((question) => {
    const shared = questions.some(({ id, code }) => code === question.code && id !== question.id);
    return { ...question, key: shared ? `${question.code}~${question.id.slice(-4)}` : question.code };
  });

async function askedAtEach(db: EntityManager, { id }: Questionnaire) {
  const text = `select questionnaire_revision as revision from response where questionnaire_id = $1
    union select v.questionnaire_revision from response_revision v join response r on r.id = v.response_id
    where r.questionnaire_id = $1`;
  const sectorQuestions = new Set<string>();
  const asked = new Map<number, Definition>();
  for (const { revision } of await prepared<{ revision: number }>(db, "export: revisions", text, [id])) {
    const then = await definitionOf(db, id, revision);
    if (!then) continue;
    asked.set(revision, then.definition);
    for (const question of then.sectorQuestions) sectorQuestions.add(question.id);
  }
  return { asked, sectorQuestions };
}

/** A closed answer: its value, the words of « other », the wording that it answers. */
export type ExportedAnswer = [value: unknown, other: string | null, wording: number];

/** A text: its words, whether they can be read and by whom, the wording that it answers. */
export type ExportedText = [body: string, status: TextStatus, wording: number];

/** A response that counts, with all that was answered by question. */
export interface ExportedResponse {
  id: string;
  submittedOn: string;
  channel: Channel;
  speaksAs: SpeaksAs;
  peopleCount: number | null;
  organisationType: string | null;
  appearance: Appearance;
  status: TextStatus;
  revision: number;
  questionnaireRevision: number;
  territoryId: string;
  regionId: string | null;
  answers: Record<string, ExportedAnswer> | null;
  texts: Record<string, ExportedText> | null;
}

/** Responses in one statement: each is short, and none waits for the download. */
const batch = 500;

/**
 * The responses that count, in the order of their ids: drawn at random, it tells nothing of who came when. They come by
 * batches, each in a short statement of its own, the next one asked for while one is written: a slow reader holds no
 * connection, and what is in memory does not grow with what there is.
 */
export async function* responsesOf(
  db: EntityManager,
  questionnaireId: string,
  { publishedOnly = false } = {},
): AsyncGenerator<ExportedResponse[]> {
  const which = publishedOnly ? visible("r") : counted("r");
  const text = `select r.id, r.submitted_on as "submittedOn", r.channel, r.speaks_as as "speaksAs",
      r.people_count as "peopleCount", r.organisation_type as "organisationType", r.appearance, r.status, r.revision,
      r.questionnaire_revision as "questionnaireRevision", r.territory_id as "territoryId", r.region_id as "regionId",
      a.answers, c.texts
    from (select * from response r where r.questionnaire_id = $1 and ${which} and r.id > $2
      order by r.id limit ${batch}) r
    left join lateral (
      select json_object_agg(a.question_id, json_build_array(a.value, a.other, a.question_revision)) as answers
      from answer a where a.response_id = r.id) a on true
    left join lateral (
      select json_object_agg(c.question_id, json_build_array(c.body, c.status, c.question_revision)) as texts
      from contribution c where c.response_id = r.id and c.question_id is not null) c on true
    order by r.id`;
  const name = `export: responses${publishedOnly ? " published" : ""}`;
  const after = (id: string) => prepared<ExportedResponse>(db, name, text, [questionnaireId, id]);
  let next = after("00000000-0000-0000-0000-000000000000");
  for (;;) {
    const rows = await next;
    const more = rows.length === batch;
    if (more) {
      next = after(rows.at(-1)!.id);
      // A failure of the next batch is ignored if nobody reads on.
      next.catch(() => undefined);
    }
    if (rows.length > 0) yield rows;
    if (!more) return;
  }
}
