import { expect, test } from "vitest";
import { headProblems } from "./written.ts";

const problems = (code: string) =>
  headProblems(
    { kind: "SHEET", typed: {}, head: { code, receivedOn: "20/6/2012", appearance: "2" }, revision: 1 },
    "2012-06-20",
  );

test("a code that no sheet can bear is not sent, and neither a whole one, a place nor none is refused here", () => {
  for (const code of ["", "7F3K-2QWX-0000-0000", "A 12", "lot 3, feuille 4 sur 12"])
    expect([code, problems(code)]).toEqual([code, []]);
  for (const code of ["7F3K-2QWX", "7F3K-2QWX-0000-0000-0000", "7F3K-2QUX-0000-0000"])
    expect([code, problems(code)]).toEqual([code, [{ code: "UNKNOWN_RECEIPT", field: "code" }]]);
});
