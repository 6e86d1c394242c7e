import { isDeepStrictEqual } from "node:util";
import { Refusal } from "./refusal.ts";

/**
 * True if a row says these words already, those that are left out aside: an act that is sent again, since its answer was
 * lost, is done, whoever saved it.
 */
export const saysAlready = <Row extends object>(row: Row, words: { [Name in keyof Row]?: unknown }) =>
  Object.entries(words).every(
    ([name, value]) => value === undefined || isDeepStrictEqual(row[name as keyof Row], value),
  );

/** Refusals of an edit that a creation can do nothing about: somebody touched the row since, or it takes a reason by now. */
const touched = ["STALE", "REASON_NEEDED", "NOT_NOW"];

/**
 * A creation that is sent again under the key of a row that is there: its words may have been changed since the answer was
 * lost, so that it is an edit of the first version.
 */
export async function editInstead<Answer>(edit: () => Promise<Answer>): Promise<Answer> {
  try {
    return await edit();
  } catch (error) {
    const isTouched = error instanceof Refusal && error.problems.some(({ code }) => touched.includes(code));
    throw isTouched ? new Refusal("CONFLICT", "key") : error;
  }
}
