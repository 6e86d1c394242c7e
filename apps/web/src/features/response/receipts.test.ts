import { expect, test } from "vitest";
import { readCode } from "./receipts.ts";

test("a code is read however it was typed", () => {
  for (const typed of [
    "ABCD-0123-EFGH-4567",
    "abcd 0123 efgh 4567",
    "  abcdO123efgh4567 ",
    "ABCD–OI23–EFGH–4567",
    "abcd.0l23.efgh.4567",
  ])
    expect(readCode(typed)).toBe("ABCD-0123-EFGH-4567");
});

test("what cannot be a code is none", () => {
  for (const typed of ["", "ABCD", "ABCD-0123-EFGH-45678", "ABCD-0123-ÉFGH-4567"]) expect(readCode(typed)).toBeNull();
});
