import { isDeepStrictEqual } from "node:util";
import { otherKey } from "@cahier/schema/questionnaire/definition";
import type { EnterAgainInput, SettlePaperEntryInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import type { Question } from "../questionnaire/questionnaire.entity.ts";
import { rewriteParts } from "../response/edit.writes.ts";
import { answersGiven } from "../response/given.queries.ts";
import { responseParts } from "../response/parts.ts";
import { type Response, Responses } from "../response/response.entity.ts";
import { settleEntered } from "../response/response.writes.ts";
import { entersFor, saidIn, Wrong } from "./entry.check.ts";
import { questionnaireOnPaper } from "./sheet.commands.ts";
import { type PaperDifference, SecondEntries } from "./sheet.entity.ts";
import { sheetPolicy } from "./sheet.policy.ts";

/** Keeps what a second person typed of the same sheet, and where the two differ. */
export async function enterAgain(tx: Transaction, input: EnterAgainInput): Promise<{ entry: Response }> {
  const { db, viewer, now } = tx;
  const { response, on } = await enteredBefore(tx, input.entryId);
  authorize(sheetPolicy.enterAgain(viewer, response));
  const wrong = new Wrong();
  const said = await saidIn(tx, wrong, on, response.questionnaireRevision, { ...asSaid(response), ...input });
  wrong.refuse();
  const { questionnaire, answers } = said!;
  const before = await db.findOneBy(SecondEntries, { responseId: response.id });
  if (before) {
    if (before.enteredById === viewer.id && isDeepStrictEqual(before.answers, answers)) return { entry: response };
    throw new Refusal("ALREADY_ANSWERED");
  }
  const { compared, differences } = compare(questionnaire.questions, await typedOf(db, response.id), answers);
  await db.insert(SecondEntries, {
    responseId: response.id,
    enteredById: viewer.id!,
    answers,
    enteredOn: dayOf(now),
    compared,
    differences: differences as never,
    settledOn: differences.length === 0 ? dayOf(now) : null,
  });
  await recorder(db, visitor, now)("response.enteredAgain", response, { differences: differences.length });
  return { entry: response };
}

/** Says, for each difference, what holds; the response says so from then on. */
export async function settlePaperEntry(tx: Transaction, input: SettlePaperEntryInput): Promise<{ entry: Response }> {
  const { db, now } = tx;
  const { response, on } = await enteredBefore(tx, input.entryId);
  const second = await db.findOneBy(SecondEntries, { responseId: response.id });
  if (!second) throw new Refusal("GONE");
  const chosen = new Map(input.answers.map(({ questionId, value }) => [questionId, value]));
  const wrong = new Wrong();
  for (const { key } of second.differences) if (!chosen.has(key)) wrong.add("REQUIRED", key);
  const whole = {
    ...(await typedOf(db, response.id)),
    ...Object.fromEntries(second.differences.map(({ key }) => [key, chosen.get(key)])),
  };
  const given = Object.entries(whole).flatMap(([questionId, value]) => (value == null ? [] : { questionId, value }));
  const { questionnaireRevision } = response;
  const said = await saidIn(tx, wrong, on, questionnaireRevision, { ...asSaid(response), answers: given });
  wrong.refuse();
  const { questionnaire, answers, territory, sender } = said!;
  const isSettledSo = ({ key, settled = null }: PaperDifference) => isDeepStrictEqual(settled, answers[key] ?? null);
  // A second press finds it settled so.
  if (second.settledOn && second.differences.length > 0 && second.differences.every(isSettledSo))
    return { entry: response };
  if (second.settledOn !== null) throw new Refusal("NOT_NOW");
  const today = dayOf(now);
  const differences = second.differences.map((one): PaperDifference => ({ ...one, settled: answers[one.key] }));
  const settled = { settledOn: today, differences: differences as never };
  await db.update(SecondEntries, { responseId: response.id }, settled);

  const parts = responseParts(questionnaire, answers, sender);
  const { repeatKey, organisationType, sectors } = parts;
  const held = parts.status === "HELD" && response.status === "VISIBLE" ? { status: parts.status } : {};
  const place = { territoryId: territory.id, regionId: territory.regionId };
  const entry = await settleEntered(db, response.id, { repeatKey, organisationType, sectors, ...place, ...held });
  const record = recorder(db, visitor, now);
  await rewriteParts({ db, record }, { ...entry, editedOn: today }, response, questionnaire.questions, parts);
  await record("response.settled", response, { differences: differences.length });
  return { entry };
}

/** Fields that a second entry leaves as they are. */
const asSaid = ({ appearance, authorName, speaksAs, organisationName, peopleCount }: Response) => ({
  appearance,
  authorName,
  speaksAs,
  organisationName,
  peopleCount,
});

/** Answers of the first entry, by question. */
const typedOf = async (db: Transaction["db"], responseId: string): Promise<Record<string, unknown>> =>
  Object.fromEntries([...(await answersGiven(db, responseId))].map(([key, { value }]) => [key, value]));

/** First entry, locked while it is compared; refused to those who type in for other territories. */
async function enteredBefore(tx: Transaction, id: string) {
  const { db, viewer } = tx;
  const response = isId(id)
    ? await db.findOne(Responses, { where: { id }, lock: { mode: "pessimistic_write" } })
    : null;
  if (!response?.enteredById) throw notFound();
  const on = await questionnaireOnPaper(tx, response.questionnaireId);
  if (!(await entersFor(db, viewer, on.groupId, response.territoryId))) throw new Refusal("NOT_YOUR_TERRITORY");
  return { response, on };
}

/** Differences between two entries of one sheet, in the order of the questions. Pure. */
export function compare(
  questions: Pick<Question, "id">[],
  first: Record<string, unknown>,
  second: Readonly<Record<string, unknown>>,
): { compared: number; differences: PaperDifference[] } {
  const keys = questions.flatMap(({ id }) => [id, otherKey(id)]).filter((key) => key in first || key in second);
  const differences = keys
    .filter((key) => !isDeepStrictEqual(first[key], second[key]))
    .map((key) => ({ key, first: first[key], second: second[key] }));
  return { compared: keys.length, differences };
}
