import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { m } from "@cahier/schema/messages";
import { expect, test } from "vitest";
import { problemSentence } from "../../../ui/problems.ts";
import { refusalOf, waitSentence } from "./waits.ts";

const answered = (code: string) =>
  new CombinedGraphQLErrors({ data: null, errors: [{ message: "No.", extensions: { code } }] });

test("an act waits for the network and for a session; what its author may no longer do is refused, and holds up no other", () => {
  const cut = new TypeError("Failed to fetch");
  expect(refusalOf(cut)).toBeNull();
  expect(waitSentence(cut, 2)).toBe(m.evening_cut({ count: 2 }));
  expect(refusalOf(answered("UNAUTHENTICATED"))).toBeNull();
  expect(refusalOf(answered("INTERNAL"))).toBeNull();
  expect(waitSentence(answered("UNAVAILABLE"), 2)).toBe(m.evening_busy({ count: 2 }));
  expect(waitSentence(answered("UNAUTHENTICATED"), 2)).toBe(m.evening_signed_out({ count: 2 }));
  expect(problemSentence(refusalOf(answered("FORBIDDEN"))!)).toBe(m.evening_no_right());
  expect(problemSentence(refusalOf(answered("NOT_FOUND"))!)).toBe(m.problem_GONE());
});
