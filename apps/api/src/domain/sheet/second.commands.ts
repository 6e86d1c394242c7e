import { isDeepStrictEqual } from "node:util";
import { otherKey } from "@cahier/schema/questionnaire/definition";
import type { EnterAgainInput, SettleEntryInput } from "../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../platform/context.ts";
import { dayOf } from "../../platform/day.ts";
import { recorder } from "../../platform/journal.ts";
import { authorize, notFound, Refusal } from "../../platform/refusal.ts";
import { isId } from "../../platform/text.ts";
import { visitor } from "../../platform/viewer.ts";
import type { Question } from "../questionnaire/questionnaire.entity.ts";
import { responseParts } from "../response/parts.ts";
import { type Response, Responses } from "../response/response.entity.ts";
import { answersIn, Wrong } from "./entry.check.ts";
import { answersTyped, rewriteEntry } from "./entry.writes.ts";
import { questionnaireOnPaper } from "./sheet.commands.ts";
import { type Difference, SecondEntries } from "./sheet.entity.ts";
import { sheetPolicy } from "./sheet.policy.ts";

/** Keeps what a second person typed of the same sheet, and where the two differ. */
export async function enterAgain(tx: Transaction, input: EnterAgainInput): Promise<{ entry: Response }> {
  const { db, viewer, now } = tx;
  const { response, on } = await enteredBefore(tx, input.entryId);
  authorize(sheetPolicy.enterAgain(viewer, response));
  const wrong = new Wrong();
  const { compiled, answers } = await answersIn(tx, wrong, on, response.questionnaireRevision, input.answers);
  wrong.refuse();
  const before = await db.findOneBy(SecondEntries, { responseId: response.id });
  if (before) {
    if (before.enteredById === viewer.id && isDeepStrictEqual(before.answers, answers)) return { entry: response };
    throw new Refusal("ALREADY_ANSWERED");
  }
  const { compared, differences } = compare(compiled.questions, await answersTyped(db, response.id), answers);
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
export async function settleEntry(tx: Transaction, input: SettleEntryInput): Promise<{ entry: Response }> {
  const { db, now } = tx;
  const { response, on } = await enteredBefore(tx, input.entryId);
  const second = await db.findOneBy(SecondEntries, { responseId: response.id });
  if (!second) throw new Refusal("GONE");
  if (second.settledOn !== null) throw new Refusal("NOT_NOW");
  const chosen = new Map(input.answers.map(({ questionId, value }) => [questionId, value]));
  const wrong = new Wrong();
  const open = second.differences.filter(({ key }) => !chosen.has(key));
  for (const { key } of open) wrong.add("REQUIRED", key);
  const typed = await answersTyped(db, response.id);
  const settled = { ...typed, ...Object.fromEntries(second.differences.map(({ key }) => [key, chosen.get(key)])) };
  const given = Object.entries(settled).flatMap(([questionId, value]) => (value == null ? [] : { questionId, value }));
  const { compiled, answers, territory } = await answersIn(tx, wrong, on, response.questionnaireRevision, given);
  wrong.refuse();
  const differences = second.differences.map((one): Difference => ({ ...one, settled: answers[one.key] }));
  await db.update(
    SecondEntries,
    { responseId: response.id },
    { settledOn: dayOf(now), differences: differences as never },
  );
  const place = { territoryId: territory!.id, regionId: territory!.regionId };
  const entry = await rewriteEntry(db, response, place, responseParts(compiled, answers, response), dayOf(now));
  await recorder(db, visitor, now)("response.settled", response, { differences: differences.length });
  return { entry };
}

/** What was typed in first, held while it is compared. */
async function enteredBefore(tx: Transaction, id: string) {
  const { db } = tx;
  const response = isId(id)
    ? await db.findOne(Responses, { where: { id }, lock: { mode: "pessimistic_write" } })
    : null;
  if (!response?.enteredById) throw notFound();
  return { response, on: await questionnaireOnPaper(tx, response.questionnaireId) };
}

/** Where two entries of one sheet differ, in the order of the questions. Pure. */
export function compare(
  questions: Pick<Question, "id">[],
  first: Record<string, unknown>,
  second: Readonly<Record<string, unknown>>,
): { compared: number; differences: Difference[] } {
  const keys = questions.flatMap(({ id }) => [id, otherKey(id)]).filter((key) => key in first || key in second);
  const differences = keys
    .filter((key) => !isDeepStrictEqual(first[key], second[key]))
    .map((key) => ({ key, first: first[key], second: second[key] }));
  return { compared: keys.length, differences };
}
