import { expect, test } from "vitest";
import { m } from "@cahier/schema/messages";
import type { Definition, Question } from "@cahier/schema/questionnaire/definition";
import { fieldWords, notTheSlip } from "./rows.ts";
import { headProblems, unreadable } from "./written.ts";

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

test("a day that no calendar has is refused before the sheets of a whole batch wait with it", () => {
  const dated = (receivedOn: string) =>
    headProblems({ kind: "SHEET", typed: {}, head: { receivedOn, appearance: "2" }, revision: 1 }, "2012-06-20");
  for (const day of ["20/6", "20/06/2012", "2012-06-20"]) expect([day, dated(day)]).toEqual([day, []]);
  for (const day of ["", "32/13", "30/2/2012", "hier"])
    expect([day, dated(day)]).toEqual([day, [{ code: "NOT_A_DATE", field: "receivedOn" }]]);
});

test("too many marks say how many there may be: one, or one a row", () => {
  const question = { id: "q", type: "SINGLE_CHOICE", rows: [{}, {}], min: null, max: null } as unknown as Question;
  const most = (type: Question["type"]) => unreadable({ ...question, type }, "TOO_MANY_CHOICES").value;
  expect([most("SINGLE_CHOICE"), most("MATRIX")]).toEqual(["1", "2"]);
});

test("a number that is no group’s is refused before it waits: one alone is for oneself, and left empty", () => {
  const sheet = (speaks: string) =>
    headProblems(
      { kind: "SHEET", typed: {}, head: { receivedOn: "20/6", appearance: "2", speaks }, revision: 1 },
      "2012-06-20",
    );
  const meeting = (peopleCount: string) =>
    headProblems(
      { kind: "MEETING", typed: {}, head: { meetingId: "one", appearance: "2", peopleCount }, revision: 1 },
      "2012-06-20",
    );
  for (const typed of ["", "2", "12 Le jardin", "10000", "Le jardin"])
    expect([typed, sheet(typed)]).toEqual([typed, []]);
  const refused = [{ code: "OUT_OF_RANGE", field: "peopleCount", value: "2–10000" }];
  for (const typed of ["1", "0", "10001", "1 Le jardin"]) expect([typed, sheet(typed)]).toEqual([typed, refused]);
  for (const typed of ["1", "10001"]) expect([typed, meeting(typed)]).toEqual([typed, refused]);
});

test("whoever types the batch and the number of a sheet for the code of its slip is told which one is asked for", () => {
  for (const typed of ["A 12", "lot A, feuille 12 sur 40"])
    expect(notTheSlip(typed)).toMatch(/^«\sA 12\s» est le lot.*code du talon/);
  for (const typed of ["", "7F3K-2QWX-0000-0000", "7F3K 2QWX 0000 0000 0", "7F3K2QWX"])
    expect([typed, notTheSlip(typed)]).toEqual([typed, null]);
});

test("what is refused names its field: a row, one of the batch, or a question by its number", () => {
  const written = { kind: "SHEET", typed: {}, head: {}, revision: 1 } as const;
  const definition = { sections: [{ questions: [{ id: "q", code: "1.3" }] }] } as unknown as Definition;
  const words = (field: string | null) => fieldWords({ code: "REQUIRED", field }, written, definition);
  expect([words("code"), words("batch"), words("authorName"), words("q"), words("q-other"), words(null)]).toEqual([
    ...[m.paper_code(), m.paper_batch(), m.paper_appearance()],
    ...["Question 1.3", "Question 1.3", null],
  ]);
  expect(fieldWords({ code: "REQUIRED", field: "q" }, written, undefined)).toBeNull();
});
