import { isDeepStrictEqual } from "node:util";

/**
 * True if a row says these words already, those that are left out aside: an act that is sent again, since its answer was
 * lost, is done, whoever saved it.
 */
export const saysAlready = <Row extends object>(row: Row, words: { [Name in keyof Row]?: unknown }) =>
  Object.entries(words).every(
    ([name, value]) => value === undefined || isDeepStrictEqual(row[name as keyof Row], value),
  );
