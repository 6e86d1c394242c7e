import { expect, test } from "vitest";
import { linesOf } from "./lines.ts";

test("a questionnaire that opened before its step of the calendar is said open, not to come", () => {
  const objective = { id: "o", slug: "o", number: 1, name: "Objectif", responseCount: 0, synthesis: null } as const;
  const step = { id: "m", kind: "ONLINE_EXCHANGE", label: "", startsOn: "2026-12-16", endsOn: "2027-01-08" } as const;
  const chip = (state: "GATHERING" | "PLANNED") => {
    const group = {
      objectives: [{ ...objective, state }],
      milestones: [{ ...step, doneOn: null, objective: { id: "o" } }],
      meetings: [],
    };
    return linesOf(group as unknown as Parameters<typeof linesOf>[0], "2026-11-29")[0]!.stretches![0]!.state;
  };
  expect([chip("PLANNED"), chip("GATHERING")]).toEqual(["toCome", "open"]);
});
