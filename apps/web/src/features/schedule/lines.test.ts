import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ObjectiveState } from "../../graphql/operations.generated.ts";
import { linesOf, stateOf } from "./lines.ts";

// A date of this year, or of the months around it, is written without its year.
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-29T12:00:00Z") }));
afterEach(() => void vi.useRealTimers());

test("a questionnaire that opened before its step of the calendar is said open, not to come", () => {
  const objective = { id: "o", slug: "o", number: 1, name: "Objectif", responseCount: 0, synthesis: null } as const;
  const step = { id: "m", kind: "ONLINE_EXCHANGE", label: "", startsOn: "2026-12-16", endsOn: "2027-01-08" } as const;
  const questionnaire = { id: "q", opensAt: "2026-11-24T23:00:00.000Z", closesAt: "2026-12-10T22:59:00.000Z" };
  const lineOf = (state: ObjectiveState, today = "2026-11-29", late = false) => {
    const group = {
      objectives: [{ ...objective, state, questionnaire }],
      milestones: [{ ...step, doneOn: null, state: late ? "LATE" : "PLANNED", objective: { id: "o" } }],
      meetings: [],
    };
    return linesOf(group as unknown as Parameters<typeof linesOf>[0], today)[0]!;
  };
  const chips = [lineOf("PLANNED"), lineOf("GATHERING")].map(({ stretches }) => stretches![0]!);
  expect(chips.map(({ state }) => state)).toEqual(["toCome", "open"]);
  // Its days are those that one can answer on, not those that were planned; what is drawn begins where it does.
  expect(lineOf("PLANNED").note).toBe("16 décembre – 8 janvier");
  expect(lineOf("GATHERING").note).toBe("25 novembre – 10 décembre");
  expect(chips.map(({ from, to }) => [from, to])).toEqual([
    ["2026-12-16", "2027-01-08"],
    ["2026-11-25", "2027-01-08"],
  ]);
  // Its synthesis may circulate before it closes, and before its step begins.
  const circulating = lineOf("CIRCULATING");
  expect([circulating.note, circulating.stretches![0]!.text]).toEqual(["25 novembre – 10 décembre", "En lecture"]);
  const closed = lineOf("CONSOLIDATING", "2026-12-12");
  expect([closed.note, closed.stretches![0]!.text]).toEqual(["25 novembre – 8 janvier", "En lecture"]);
  // Once its last step is late it says so, until its synthesis is published.
  expect(lineOf("CONSOLIDATING", "2027-01-12", true).stretches![0]!.text).toBe("En retard");
});

test("a step that is late is not told as done, nor one that is done as late", () => {
  const step = { startsOn: "2026-11-20", endsOn: "2026-11-25", doneOn: null } as const;
  expect(stateOf({ ...step, state: "LATE" }, "2026-11-29")).toBe("now");
  expect(stateOf({ ...step, state: "DONE" }, "2026-11-29")).toBe("done");
  expect(stateOf({ ...step, doneOn: "2026-11-28", state: "DONE" }, "2026-11-29")).toBe("done");
});
