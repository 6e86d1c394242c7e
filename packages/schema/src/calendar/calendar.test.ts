import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BusyPeriod, costOf, easterOf, publicHolidayOn } from "./busy.ts";
import { addDays, daysBetween, isDay, weekdayOf } from "./days.ts";
import { daysBefore, daysToAnswer, daysToRead, drawBack, type Drawing, weeksTooEarly } from "./draw.ts";
import { following } from "./follow.ts";
import { type Move, rearrange, shiftAll, type Step, stateOf, waitingFor } from "./move.ts";

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2026-01-01", days));
const weekday = day.filter((it) => weekdayOf(it) < 6 && !publicHolidayOn(it));
const periods = fc.array(
  fc
    .record({ startsOn: day, days: fc.integer({ min: 0, max: 30 }), zone: fc.constantFrom("A", "B", "C", null) })
    .map(({ startsOn, days, zone }): BusyPeriod => ({
      name: "Vacances",
      kind: "SCHOOL",
      zone,
      startsOn,
      endsOn: addDays(startsOn, days),
    })),
  { maxLength: 30 },
);
const drawing = fc.record({
  lastDay: weekday,
  weeks: fc.integer({ min: 4, max: 12 }),
  objectives: fc.integer({ min: 1, max: 6 }),
  weekday: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  periods,
});

const steps = (it: Drawing): Step[] =>
  drawBack(it).steps.map(({ kind, number, startsOn, endsOn }, place) => {
    const objective = ["ONLINE_EXCHANGE", "CHECKPOINT"].includes(kind) ? `${number}` : null;
    return { id: `${place}`, kind, objective, startsOn, endsOn, settled: false };
  });

const after = (before: readonly Step[], moves: readonly Move[]) =>
  before.map((step) => ({ ...step, ...moves.find(({ id }) => id === step.id) }));

/** All that a calendar must keep, whoever drew or moved it. */
function broken(calendar: readonly Step[], least: number): string[] {
  const found: string[] = [];
  for (const [place, step] of calendar.entries()) {
    const next = calendar[place + 1];
    if (step.endsOn < step.startsOn) found.push(`${step.kind} ends before it begins`);
    if (next && next.startsOn < step.startsOn) found.push(`${next.kind} before ${step.kind}`);
    if (step.kind === "ONLINE_EXCHANGE") {
      if (daysBetween(step.startsOn, step.endsOn) < least) found.push("no time to answer");
      const read = calendar.find(({ kind, objective }) => kind === "CHECKPOINT" && objective === step.objective)!;
      if (daysBetween(step.endsOn, read.startsOn) < daysToRead) found.push("no week to read");
    }
    if (step.kind === "CHECKPOINT" && next && daysBetween(step.startsOn, next.startsOn) < 1)
      found.push("discussed before it circulates");
    if (step.kind === "HANDOVER" && step.startsOn <= calendar[place - 1]!.endsOn)
      found.push("carried before presented");
  }
  return found;
}

describe("days", () => {
  test("Easter falls where almanacs say", () => {
    const known = ["2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2026-04-05", "2027-03-28", "2038-04-25"];
    for (const easter of known) expect(easterOf(Number(easter.slice(0, 4)))).toBe(easter);
  });

  test("the eleven public holidays of 2027", () => {
    const all = Array.from({ length: 365 }, (_, at) => addDays("2027-01-01", at)).filter(publicHolidayOn);
    expect(all).toEqual([
      ...["2027-01-01", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-08", "2027-05-17"],
      ...["2027-07-14", "2027-08-15", "2027-11-01", "2027-11-11", "2027-12-25"],
    ]);
  });

  test("a day is a day of the calendar", () => {
    expect(["2027-02-28", "2028-02-29"].every(isDay)).toBe(true);
    expect(["2027-02-30", "0027-02-03", "2027-2-3", "demain", ""].some(isDay)).toBe(false);
  });
});

describe("a calendar drawn back", () => {
  test("ends on its last day, meets every five weeks, leaves a week to read", () => {
    const { steps: drawn, remarks } = drawBack({ lastDay: "2027-06-30", weeks: 5, objectives: 4, periods: [] });
    const meetings = drawn.filter(({ kind }) => kind === "MEETING" || kind === "PRESENTATION");
    expect(meetings.map(({ startsOn }) => startsOn)).toEqual([
      ...["2027-02-10", "2027-03-17", "2027-04-21", "2027-05-26", "2027-06-30"],
    ]);
    expect(daysBefore("2027-03-17")).toEqual({ closes: "2027-03-05", circulates: "2027-03-12" });
    expect(remarks).toEqual([]);
    expect(drawn.at(-1)).toMatchObject({ kind: "HANDOVER", startsOn: "2027-09-01" });
  });

  test("a meeting leaves a holiday by whole weeks, and says so", () => {
    const election: BusyPeriod = {
      name: "Élection",
      kind: "ELECTION",
      zone: null,
      startsOn: "2027-04-19",
      endsOn: "2027-04-25",
    };
    const asked = { lastDay: "2027-06-30", weeks: 5, objectives: 4, periods: [election] };
    const { remarks } = drawBack(asked);
    expect(remarks).toEqual([
      { kind: "MOVED", meeting: 3, from: "2027-04-21", to: "2027-04-28", holiday: null, periods: ["Élection"] },
      { kind: "SHORT", objective: 3, days: 16 },
    ]);
    const put = drawBack({ ...asked, kept: { 3: "2027-04-21" } });
    expect(put.remarks).toEqual([{ kind: "BUSY", meeting: 3, on: "2027-04-21", holiday: null, periods: ["Élection"] }]);
  });

  test("breaks no rule of spacing, and meets on no public holiday, whatever is asked", () => {
    fc.assert(
      fc.property(drawing, (it) => {
        const calendar = steps(it);
        expect(broken(calendar, daysToAnswer)).toEqual([]);
        const meetings = calendar.filter(({ kind }) => kind === "MEETING" || kind === "PRESENTATION");
        expect(meetings.at(-1)!.startsOn).toBe(it.lastDay);
        for (const { startsOn } of meetings.slice(0, -1)) {
          expect(publicHolidayOn(startsOn)).toBeNull();
          expect(weekdayOf(startsOn)).toBe(it.weekday ?? weekdayOf(it.lastDay));
        }
        const quiet = calendar.filter(({ kind }) => kind === "ONLINE_EXCHANGE").map(({ endsOn }) => endsOn);
        for (const closes of quiet) expect(publicHolidayOn(closes)).toBeNull();
      }),
    );
  });

  test("moves no meeting to a day that costs more", () => {
    const worse = ({ periods: busy, ...it }: Drawing) =>
      drawBack({ ...it, periods: busy }).remarks.filter(
        (remark) =>
          remark.kind === "MOVED" &&
          !remark.holiday &&
          remark.periods.length > 0 &&
          costOf(remark.to, busy) > costOf(remark.from, busy),
      );
    fc.assert(
      fc.property(drawing, (it) => {
        expect(worse(it)).toEqual([]);
      }),
    );
  });

  test("too near a last day says by how many weeks", () => {
    const drawn = drawBack({ lastDay: "2027-06-30", weeks: 5, objectives: 4, periods: [] });
    expect(weeksTooEarly(drawn, "2027-02-09")).toBe(0);
    expect(weeksTooEarly(drawn, "2027-02-10")).toBe(1);
    expect(weeksTooEarly(drawn, "2027-03-01")).toBe(3);
  });
});

describe("a calendar that moves", () => {
  const calendar = steps({ lastDay: "2027-06-30", weeks: 5, objectives: 2, periods: [] });
  const today = "2027-01-04";
  const meeting = calendar.findIndex(({ kind, startsOn }) => kind === "MEETING" && startsOn === "2027-05-26");

  test("a meeting takes along what it opens and what is read before it", () => {
    const { moves } = rearrange(calendar, [{ id: `${meeting}`, startsOn: "2027-06-02", endsOn: "2027-06-02" }], today);
    expect(moves!.map(({ id }) => calendar[Number(id)]!.kind)).toEqual([
      ...["ONLINE_EXCHANGE", "CHECKPOINT", "MEETING", "ONLINE_EXCHANGE"],
    ]);
  });

  test("says why a move cannot be, at its field", () => {
    const move = (startsOn: string, endsOn: string, id = `${meeting}`) =>
      rearrange(calendar, [{ id, startsOn, endsOn }], today).obstacle;
    expect(move("2026-12-01", "2026-12-01")).toMatchObject({ code: "IN_THE_PAST", field: "startsOn" });
    expect(move("2027-06-02", "2027-06-01")).toMatchObject({ code: "DATES_CROSSED", field: "endsOn" });
    expect(move("2027-04-22", "2027-04-22")).toMatchObject({ code: "TOO_EARLY", field: "startsOn" });
  });

  test("keeps every rule of spacing, whatever is moved", () => {
    const moved = fc.record({
      at: fc.nat(),
      days: fc.integer({ min: -60, max: 90 }),
      end: fc.integer({ min: -20, max: 40 }),
    });
    fc.assert(
      fc.property(drawing, fc.array(moved, { minLength: 1, maxLength: 4 }), (it, asked) => {
        let now = steps(it);
        for (const { at, days, end } of asked) {
          const step = now[at % now.length]!;
          const dates = { startsOn: addDays(step.startsOn, days), endsOn: addDays(step.endsOn, days + end) };
          const { moves } = rearrange(now, [{ id: step.id, ...dates }], "2026-01-01");
          now = after(now, moves ?? []);
          expect(broken(now, 7)).toEqual([]);
        }
      }),
    );
  });

  test("shifted there and back is what it was, whatever is done, under way or late", () => {
    fc.assert(
      fc.property(
        drawing,
        fc.integer({ min: -5, max: 8 }).map((weeks) => weeks * 7),
        fc.integer({ min: -200, max: 200 }),
        fc.array(fc.boolean(), { maxLength: 8 }),
        (it, days, later, done) => {
          const now = addDays(it.lastDay, later - 150);
          const before = steps(it).map((step, at) => ({ ...step, settled: done[at] ?? false }));
          const { moves } = shiftAll(before, days, now);
          if (!moves) return;
          const there = after(before, moves);
          const back = shiftAll(there, -days, now);
          expect(after(there, back.moves ?? [])).toEqual(before);
          const settled = (all: readonly Step[]) => all.filter((step) => step.settled);
          expect(settled(there)).toEqual(settled(before));
        },
      ),
    );
  });

  test("is planned, current, late or done by its dates", () => {
    const step = {
      kind: "CHECKPOINT" as const,
      startsOn: "2027-03-12",
      endsOn: "2027-03-24",
      doneOn: null,
      cancelled: false,
    };
    expect(stateOf(step, "2027-03-11")).toBe("PLANNED");
    expect(stateOf(step, "2027-03-24")).toBe("CURRENT");
    expect(stateOf(step, "2027-03-25")).toBe("LATE");
    expect(stateOf({ ...step, kind: "MEETING" }, "2027-03-25")).toBe("DONE");
    expect(stateOf({ ...step, doneOn: "2027-03-20" }, "2027-03-22")).toBe("DONE");
    expect(stateOf({ ...step, cancelled: true }, "2027-03-22")).toBe("CANCELLED");
  });

  test("late, it says what waits for it", () => {
    const [read] = calendar.filter(({ kind }) => kind === "CHECKPOINT");
    expect(waitingFor(calendar, read!).map(({ kind }) => kind)).toEqual(["MEETING", "CHECKPOINT", "HANDOVER"]);
  });
});

describe("a questionnaire whose step moves", () => {
  const span = fc.tuple(day, fc.integer({ min: 0, max: 60 })).map(([startsOn, days]) => ({
    startsOn,
    endsOn: addDays(startsOn, days),
  }));
  const state = fc.constantFrom("DRAFT", "SCHEDULED", "OPEN", "PAUSED", "CLOSED", "ARCHIVED");

  test("never closes before it opens nor before today, and comes back with its step", () => {
    fc.assert(
      fc.property(span, span, fc.option(span, { nil: undefined }), state, day, (before, to, apart, now, today) => {
        const own = apart ?? before;
        const it = { state: now, opensOn: own.startsOn, closesOn: own.endsOn };
        const found = following(before, to, it, today);
        const may = ["SCHEDULED", "OPEN", "PAUSED"].includes(now);
        const { opensOn, closesOn } = found ?? it;
        const back = following(to, before, { state: now, opensOn, closesOn }, today) ?? it;
        const wrong = [
          found && !may && "moved in this state",
          found && (closesOn < opensOn || closesOn < today) && "closes too early",
          found && now !== "SCHEDULED" && opensOn !== it.opensOn && "began otherwise",
          found && !apart && it.closesOn >= today && JSON.stringify([back.opensOn, back.closesOn]),
        ].filter(Boolean);
        const came = JSON.stringify([it.opensOn, it.closesOn]);
        expect(wrong.filter((one) => one !== came)).toEqual([]);
      }),
    );
  });
});
