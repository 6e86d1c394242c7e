import { randomUUID } from "node:crypto";
import {
  type Arbitrary,
  asyncProperty,
  assert,
  array,
  boolean,
  constantFrom,
  integer,
  option,
  record,
} from "fast-check";
import { expect, test } from "vitest";
import { questionnaireWith, smallInstance, type Small } from "../../../../test/rows/builders.ts";
import { read } from "../../../../test/acts/exports.ts";
import { unzipped } from "../../../../test/acts/office.ts";
import { options } from "../../../../test/acts/responses.ts";
import { testSite } from "../../../../test/site/site.ts";
import { Contributions } from "../../listen/contribution/contribution.entity.ts";
import { QuestionRevisions, QuestionnaireRevisions } from "../../listen/questionnaire/questionnaire.entity.ts";
import { Answers, Responses } from "../../listen/response/response.entity.ts";

const site = testSite();
const changedOn = "2026-11-10";

/** Conditions that a question may be asked under. */
const conditions = {
  sector: { question: "code:sectors", contains: "FOOD" },
  repeated: { question: "code:about", equals: "ENERGY" },
  closed: { question: "code:plain", equals: "x" },
  written: { question: "code:first", answered: true },
  kind: { question: "code:who", equals: "SCIC" },
} as const;
const condition = option(constantFrom(...(Object.keys(conditions) as (keyof typeof conditions)[])));
type Condition = keyof typeof conditions | null;

const answered = record({
  place: constantFrom("finistere", "morbihan", "paris"),
  who: constantFrom("INDIVIDUAL", "SCIC"),
  group: integer({ min: 0, max: 9 }).map((n) => n === 0),
  published: integer({ min: 0, max: 9 }).map((n) => n > 0),
  late: boolean(),
  sectors: constantFrom<string[]>([], ["FOOD"], ["FOOD", "ENERGY"]),
  about: constantFrom("FOOD", "ENERGY"),
  plain: option(constantFrom("x", "y")),
  score: option(integer({ min: 1, max: 5 })),
  first: boolean(),
  second: boolean(),
});
type Given = typeof answered extends Arbitrary<infer Value> ? Value : never;

/** A questionnaire that was changed once, its responses and texts, as the database keeps them. */
async function made(small: Small, asked: { second: Condition; score: Condition }, given: Given[]) {
  const { database } = site;
  const under = (one: Condition) => (one ? { visibleIf: conditions[one] } : {});
  const { questionnaire, ids } = await questionnaireWith(
    database,
    small,
    [
      { code: "place", type: "TERRITORY" },
      { code: "who", type: "ORGANISATION_TYPE", settings: { options: options("INDIVIDUAL", "SCIC") } },
      { code: "about", type: "SINGLE_CHOICE", settings: { options: options("FOOD", "ENERGY") } },
      { code: "sectors", type: "MULTIPLE_CHOICE", settings: { options: options("FOOD", "ENERGY") } },
      { code: "plain", type: "SINGLE_CHOICE", settings: { options: options("x", "y") } },
      { code: "free", type: "RATING", settings: { min: 1, max: 5 } },
      { code: "first", type: "LONG_TEXT" },
      { code: "second", type: "LONG_TEXT", settings: under(asked.second) },
      { code: "score", type: "RATING", settings: { min: 1, max: 5, ...under(asked.score) } },
      { code: "reworded", type: "RATING", revision: 2, settings: { min: 1, max: 5 } },
      { code: "added", type: "RATING", askedFrom: 2, settings: { min: 1, max: 5 } },
      { code: "dropped", type: "RATING", retiredFrom: 2, retiredReason: "Mal comprise.", settings: { min: 1, max: 5 } },
    ],
    { revision: 2, repeats: "about", resultsShown: "ALL", closesAt: new Date(Date.now() - 9 * 86_400_000) },
  );
  const wording = { questionId: ids.reworded!, label: "Question", rationale: "", settings: { min: 1, max: 5 } };
  await database.manager.insert(QuestionRevisions, [
    { ...wording, revision: 1, questionnaireRevision: 1, madeOn: "2026-11-01" },
    { ...wording, revision: 2, questionnaireRevision: 2, madeOn: changedOn, reason: "Plus clair." },
  ] as never);
  const [outline] = await database.query<[object]>(
    `select (select json_agg(json_build_object('id', s.id, 'position', s.position, 'title', s.title, 'intro', null))
         from section s where s.questionnaire_id = $1) as sections,
       (select json_agg(json_build_object('id', q.id, 'sectionId', q.section_id, 'position', q.position, 'code', q.code,
         'type', q.type, 'label', q.label, 'settings', q.settings, 'visibility', q.visibility, 'askedFrom', q.asked_from,
         'retiredFrom', q.retired_from, 'revision', 1) order by q.position) from question q where q.questionnaire_id = $1) as questions`,
    [questionnaire.id],
  );
  await database.manager.insert(QuestionnaireRevisions, {
    questionnaireId: questionnaire.id,
    revision: 1,
    outline: { repeatQuestionId: ids.about, ...outline },
    replacedOn: changedOn,
  });

  const rows = given.map((one) => ({ id: randomUUID(), ...one }));
  const regionOf = (place: string) => small.territories[place === "paris" ? "ile-de-france" : "bretagne"]!.id;
  const head = (one: (typeof rows)[number]) => ({
    territoryId: small.territories[one.place]!.id,
    regionId: regionOf(one.place),
    organisationType: one.who,
    sectors: [...new Set([one.about, ...one.sectors])],
    speaksAs: one.group ? ("GROUP" as const) : ("INDIVIDUAL" as const),
    channel: "ONLINE" as const,
    appearance: one.published ? ("ANONYMOUS" as const) : ("UNPUBLISHED" as const),
    status: one.published ? ("VISIBLE" as const) : ("UNPUBLISHED" as const),
  });
  await database.manager.insert(
    Responses,
    rows.map((one) => ({
      ...head(one),
      id: one.id,
      questionnaireId: questionnaire.id,
      key: one.id,
      digest: "x",
      receiptDigest: one.id,
      repeatKey: one.about,
      peopleCount: one.group ? 12 : null,
      submittedOn: one.late ? "2026-11-12" : "2026-11-05",
      questionnaireRevision: one.late ? 2 : 1,
    })),
  );
  const meets = (one: (typeof rows)[number], asking: Condition) =>
    asking === null ||
    { sector: one.sectors.includes("FOOD"), repeated: one.about === "ENERGY", closed: one.plain === "x" }[
      asking as "closed"
    ] ||
    (asking === "written" && one.first) ||
    (asking === "kind" && one.who === "SCIC");
  const answers = rows.flatMap((one) => {
    const said: Record<string, unknown> = { about: one.about, who: one.who, free: one.score ?? 3, reworded: 3 };
    if (one.sectors.length) said.sectors = one.sectors;
    if (one.plain) said.plain = one.plain;
    if (one.score && meets(one, asked.score)) said.score = one.score;
    said[one.late ? "added" : "dropped"] = 4;
    return Object.entries(said).map(([code, value]) => ({
      responseId: one.id,
      questionId: ids[code]!,
      value,
      other: null,
      questionRevision: code === "reworded" && one.late ? 2 : 1,
    }));
  });
  await database.manager.insert(Answers, answers as never);
  const texts = rows.flatMap((one) => [
    ...(one.first ? [{ one, code: "first" }] : []),
    ...(one.second && meets(one, asked.second) ? [{ one, code: "second" }] : []),
  ]);
  if (texts.length)
    await database.manager.insert(
      Contributions,
      texts.map(({ one, code }) => ({
        ...head(one),
        themeId: small.theme.id,
        objectiveId: small.objective.id,
        responseId: one.id,
        questionId: ids[code]!,
        body: "Un texte.",
        contributedOn: one.late ? "2026-11-12" : "2026-11-05",
      })),
    );
  return { questionnaire, ids };
}

interface Beside {
  speaksAs: string;
  organisationType: string | null;
  sectors: string[];
  region: { code: string } | null;
  contributedOn: string;
  question: { code: string };
  siblings: { question: { code: string } }[];
}

/** True if a row of the file can be of the author of a text, by all that both tell. */
function fits(row: Record<string, string>, it: Beside, asked: { second: Condition; score: Condition }) {
  const same = (key: string, known: string | null) => row[key] === undefined || row[key] === (known ?? "");
  const wrote = [it, ...it.siblings].map(({ question }) => question.code);
  const late = it.contributedOn >= changedOn;
  /** Value of a row for a condition; undefined if it has none. */
  const inRow: Record<keyof typeof conditions, boolean | undefined> = {
    sector: row["sectors:FOOD"] === undefined ? undefined : row["sectors:FOOD"] === "1",
    repeated: row.about === undefined ? undefined : row.about === "ENERGY",
    closed: row.plain === undefined ? undefined : row.plain === "x",
    written: undefined,
    kind: row.organisationType === undefined ? undefined : row.organisationType === "SCIC",
  };
  /** The same of what is told beside a text. */
  const beside: typeof inRow = {
    sector: it.sectors.includes("FOOD") ? undefined : false,
    repeated: it.sectors.includes("ENERGY") ? undefined : false,
    closed: undefined,
    written: wrote.includes("first"),
    kind: it.organisationType === "SCIC",
  };
  const asks = asked.second !== null && wrote.includes("second");
  const scored = row.score === undefined || asked.score === null ? undefined : row.score !== "NOT_ASKED";
  const has = (key: string) => row[key] !== undefined && row[key] !== "" && row[key] !== "NOT_ASKED";
  return (
    same("region", it.region?.code ?? null) &&
    same("organisationType", it.organisationType) &&
    same("speaksAs", it.speaksAs) &&
    !(row["sectors:FOOD"] === "1" && !it.sectors.includes("FOOD")) &&
    (row.about === undefined || it.sectors.includes(row.about)) &&
    !(asks && inRow[asked.second!] === false) &&
    !(scored !== undefined && beside[asked.score!] !== undefined && scored !== beside[asked.score!]) &&
    !(has("added") && !late) &&
    !(has("dropped") && late) &&
    !(has("reworded#revision") && row["reworded#revision"] !== (late ? "2" : "1"))
  );
}

test("joins no text with fewer than five rows, whatever is asked, answered and told beside texts", async () => {
  const small = await smallInstance(site.database);
  let joined = 0;
  await assert(
    asyncProperty(
      record({ second: condition, score: condition }),
      array(answered, { minLength: 7, maxLength: 24 }),
      async (asked, given) => {
        const { questionnaire } = await made(small, asked, given);
        const { rawPayload } = await site.app.inject(`/open-data/questionnaires/${questionnaire.slug}.zip`);
        const archive = await unzipped(rawPayload);
        const { rows } = read(archive["responses.csv"]!.toString(), { labels: false });
        const ids = read(archive["contributions.csv"]!.toString(), { labels: false }).rows.map(
          (row) => row.contribution!,
        );
        const response = await site.app.inject({
          method: "POST",
          url: "/graphql",
          payload: {
            query: `{ ${ids
              .slice(0, 20)
              .map(
                (id, n) => `c${n}: contribution(id: "${id}") { speaksAs organisationType sectors region { code }
                  contributedOn question { code } siblings { question { code } } }`,
              )
              .join(" ")} __typename }`,
          },
        });
        const { data, errors } = response.json<{ data: Record<string, Beside | string>; errors?: unknown }>();
        expect(errors).toBeUndefined();
        for (const text of Object.values(data)) {
          if (typeof text === "string") continue;
          const people = rows.filter((row) => fits(row, text, asked)).length;
          if (people > 0) joined++;
          expect(people === 0 || people >= 5, `${people} of ${rows.length} rows for ${JSON.stringify(text)}`).toBe(
            true,
          );
        }
      },
    ),
    { numRuns: 15, endOnFailure: true },
  );
  expect(joined).toBeGreaterThan(0);
});
