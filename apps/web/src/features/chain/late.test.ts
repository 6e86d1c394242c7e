import { m } from "@cahier/schema/messages";
import { expect, test } from "vitest";
import { today } from "../../shared/daysSince.ts";
import { dayOf, type Link } from "./chain.labels.ts";

const later = (days: number): Link => ({
  __typename: "ChainLink",
  ...{ step: "SYNTHESIS", state: "TO_COME", count: null, questionnaireState: null, synthesisState: null },
  ...{ version: null, path: null, waits: [] },
  on: new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10),
});

test("a step of the calendar is to come until its day included, and late from the next", () => {
  expect([1, 0, -1].map((days) => dayOf(later(days)))).toEqual([m.chain_to_come(), m.chain_to_come(), m.chain_late()]);
});
