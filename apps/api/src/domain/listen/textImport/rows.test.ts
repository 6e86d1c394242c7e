import { expect, test } from "vitest";
import { readRows } from "./rows.ts";

test.each([
  ["", "EMPTY"],
  ["a;b", "NO_ROWS"],
  ["{}", "NO_ROWS"],
  ["[not json", "NOT_A_TABLE"],
  ['a;b\n"1;2', "NOT_A_TABLE"],
  [Buffer.from("PK\u0003\u0004 nothing"), "NOT_A_TABLE"],
  [`${Array.from({ length: 201 }, (_, at) => `c${at}`).join(";")}\n1`, "TOO_MANY_COLUMNS"],
])("a file that holds nothing to import says why: %#", async (content, reason) => {
  await expect(readRows(Buffer.from(content))).rejects.toMatchObject({ reason });
});
