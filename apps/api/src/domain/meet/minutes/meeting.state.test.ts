import { expect, test } from "vitest";
import { meetingState } from "./meeting.state.ts";

const meeting = {
  kind: "NATIONAL" as const,
  startsAt: new Date("2012-03-13T13:00Z"),
  endsAt: new Date("2012-03-13T16:00Z"),
  cancelledReason: null,
  draft: false,
};
const during = new Date("2012-03-13T15:00Z");
const after = new Date("2012-03-14T08:00Z");

test("a meeting is announced until it ends", () => {
  expect(meetingState(meeting, null, during)).toBe("ANNOUNCED");
});

test("minutes are awaited once the meeting is held", () => {
  expect(meetingState(meeting, null, after)).toBe("HELD_MINUTES_AWAITED");
  expect(meetingState(meeting, { state: "DRAFT" }, after)).toBe("HELD_MINUTES_AWAITED");
  expect(meetingState(meeting, { state: "IN_REVIEW" }, after)).toBe("MINUTES_IN_REVIEW");
  expect(meetingState(meeting, { state: "PUBLISHED" }, after)).toBe("MINUTES_PUBLISHED");
});

test("of a local meeting no minutes are awaited", () => {
  expect(meetingState({ ...meeting, kind: "LOCAL", endsAt: null }, null, after)).toBe("HELD");
});

test("a cancelled meeting says so, whatever its date", () => {
  expect(meetingState({ ...meeting, cancelledReason: "Grève" }, null, during)).toBe("CANCELLED");
});

test("a meeting that nobody announced is a draft, whatever its date", () => {
  for (const now of [during, after]) expect(meetingState({ ...meeting, draft: true }, null, now)).toBe("DRAFT");
});
