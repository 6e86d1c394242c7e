import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import type { DataSource } from "typeorm";
import { Contributions } from "../../src/domain/listen/contribution/contribution.entity.ts";
import { keepFollow } from "../../src/domain/listen/follow/follow.writes.ts";
import { Answers, type Response, Responses } from "../../src/domain/listen/response/response.entity.ts";
import {
  QuestionRevisions,
  QuestionnaireRevisions,
} from "../../src/domain/listen/questionnaire/questionnaire.entity.ts";
import type { TextStatus } from "../../src/graphql/resolvers.generated.ts";
import { added, questionnaireWith, type Small } from "../rows/builders.ts";
import { options } from "./responses.ts";

/** Questions of a questionnaire that was answered, then changed twice. */
const asked = [
  { code: "1", type: "TERRITORY", required: true },
  { code: "2", type: "LONG_TEXT", revision: 2 },
  {
    code: "3",
    type: "MULTIPLE_CHOICE",
    revision: 2,
    settings: { options: options("FOOD", "ENERGY", "WOOD", "OTHER"), allowOther: true },
  },
  { code: "4", type: "LONG_TEXT", settings: { visibleIf: { question: "code:3", contains: "ENERGY" } } },
  {
    code: "5",
    type: "MATRIX",
    settings: { rows: options("a", "b"), scale: options("1", "2", "0"), noOpinionValue: "0" },
  },
  { code: "6", type: "RANKING", settings: { options: options("x", "y", "z") } },
  { code: "7", type: "RATING", settings: { min: 1, max: 5, noOpinionValue: "NONE" } },
  { code: "8", type: "NUMBER" },
  { code: "9", type: "DATE" },
  { code: "10", type: "SHORT_TEXT" },
  { code: "11", type: "ORGANISATION_TYPE", settings: { options: options("INDIVIDUAL", "SCIC") } },
  { code: "12", type: "LONG_TEXT", visibility: "TEAM" },
  { code: "13", type: "LONG_TEXT", visibility: "AGGREGATED" },
  { code: "14", type: "SINGLE_CHOICE", visibility: "AGGREGATED", settings: { options: options("YES", "NO") } },
  {
    code: "15",
    type: "SINGLE_CHOICE",
    retiredFrom: 3,
    retiredReason: "Mal comprise.",
    settings: { options: options("p", "q") },
  },
  { code: "16", type: "MULTIPLE_CHOICE", askedFrom: 3, settings: { options: options("p", "q") } },
] as const;

type Code = (typeof asked)[number]["code"];

/** A closed questionnaire at its third revision, with its former questions. */
export async function changedQuestionnaire(database: DataSource, small: Small) {
  const made = await questionnaireWith(database, small, structuredClone(asked) as never, {
    revision: 3,
    closesAt: new Date(Date.now() - 86_400_000),
    resultsShown: "ALL",
  });
  const { questionnaire, ids } = made;
  await database.query("update question set replaces_id = $2 where id = $1", [ids["16"], ids["15"]]);
  const before = (code: Code, label: string, values: string[]) => ({
    questionId: ids[code]!,
    revision: 1,
    questionnaireRevision: 1,
    label,
    rationale: "Pour savoir.",
    settings: values.length ? { options: options(...values), allowOther: true } : {},
    madeOn: "2026-11-01",
  });
  const now = { revision: 2, questionnaireRevision: 2, madeOn: "2026-11-05", reason: "Plus clair." };
  await database.manager.insert(QuestionRevisions, [
    before("2", "Dites-nous tout", []),
    { ...before("2", "Question 2", []), ...now },
    before("3", "Question 3", ["FOOD", "ENERGY", "OTHER"]),
    { ...before("3", "Question 3", ["FOOD", "ENERGY", "WOOD", "OTHER"]), ...now },
  ] as never);
  const [outline] = await database.query<
    [{ sections: object[]; questions: { id: string; retiredFrom: number | null; askedFrom: number }[] }]
  >(
    `select (select json_agg(json_build_object('id', s.id, 'position', s.position, 'title', s.title, 'intro', null)) from section s
         where s.questionnaire_id = $1) as sections,
       (select json_agg(json_build_object('id', q.id, 'sectionId', q.section_id, 'position', q.position, 'code', q.code,
         'type', q.type, 'label', q.label, 'settings', q.settings, 'visibility', q.visibility, 'askedFrom', q.asked_from,
         'retiredFrom', q.retired_from) order by q.position) from question q where q.questionnaire_id = $1) as questions`,
    [questionnaire.id],
  );
  for (const revision of [1, 2])
    await database.manager.insert(QuestionnaireRevisions, {
      questionnaireId: questionnaire.id,
      revision,
      outline: { repeatQuestionId: null, ...outline },
      replacedOn: `2026-11-0${revision * 4}`,
    });
  return made;
}

interface Sent extends Partial<Response> {
  /** Address that was left with it. */
  followUpEmail?: string;
  /** Closed answers by code; `wording` and `other` where they matter. */
  closed?: Partial<Record<Code, unknown>>;
  other?: Partial<Record<Code, string>>;
  texts?: Partial<Record<Code, string | [body: string, status: TextStatus]>>;
  wording?: number;
}

/** A response as it is stored. */
export async function stored(
  database: DataSource,
  { theme, territories }: Small,
  { questionnaire, ids }: Awaited<ReturnType<typeof changedQuestionnaire>>,
  { closed = {}, other = {}, texts = {}, wording = 1, followUpEmail, ...row }: Sent,
): Promise<Response> {
  const response = await added(database, Responses, {
    questionnaireId: questionnaire.id,
    key: randomUUID(),
    digest: "x",
    receiptDigest: randomUUID(),
    channel: "ONLINE",
    appearance: "ANONYMOUS",
    territoryId: territories.finistere!.id,
    regionId: territories.bretagne!.id,
    submittedOn: "2026-11-12",
    status: row.appearance === "UNPUBLISHED" ? "UNPUBLISHED" : "VISIBLE",
    ...row,
  });
  if (followUpEmail)
    await keepFollow(database.manager, { kind: "ADDRESS", responseId: response.id, value: followUpEmail });
  for (const [code, value] of Object.entries({ "1": "DEPARTMENT:29", ...closed }))
    await database.manager.insert(Answers, {
      responseId: response.id,
      questionId: ids[code]!,
      value,
      other: other[code as Code] ?? null,
      questionRevision: wording,
    } as never);
  for (const [code, text] of Object.entries(texts)) {
    const [body, status] = typeof text === "string" ? ([text, "VISIBLE"] as const) : text;
    await database.manager.insert(Contributions, {
      themeId: theme.id,
      responseId: response.id,
      questionId: ids[code]!,
      channel: response.channel,
      body,
      status,
      appearance: response.appearance,
      authorName: response.authorName,
      territoryId: response.territoryId,
      regionId: response.regionId,
      contributedOn: response.submittedOn,
      questionRevision: wording,
    });
  }
  return response;
}

/** A file as a reader's program opens it: rows by the keys of their columns. */
export function read(csv: string, { labels = true } = {}) {
  const [keys, ...lines] = parse(csv, { delimiter: ";", bom: true });
  const rows = (labels ? lines.slice(1) : lines).map((line) =>
    Object.fromEntries(line.map((cell, at) => [keys![at]!, cell])),
  );
  return { keys: keys!, labels: labels ? lines[0]! : [], rows };
}
