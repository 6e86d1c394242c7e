import { expect, test } from "vitest";
import { comingMeetings } from "./comingMeetings.ts";

const meeting = (id: string, startsAt: string, state = "ANNOUNCED") => ({ id, slug: id, title: id, startsAt, state });
const held = (role: string, meetings: ReturnType<typeof meeting>[], endedOn: string | null = null) => ({
  ...{ role, endedOn, territory: { meetings } },
});
const national = meeting("national", "2026-12-23T13:00:00Z");
const desk = (...ownRoles: ReturnType<typeof held>[]) =>
  comingMeetings({ group: { nextMeeting: national }, viewer: { ownRoles } }).map(({ id }) => id);

test("the desk of a referent names the meetings to come of their territory with that of the group, the nearest first", () => {
  const soon = meeting("lavoir", "2026-12-03T17:00:00Z");
  const later = meeting("halle", "2027-01-09T17:00:00Z");
  const past = meeting("criée", "2026-11-03T17:00:00Z", "HELD");
  expect(desk(held("REFERENT", [past, soon, later]))).toEqual(["lavoir", "national", "halle"]);
  // Two territories that share one name it once; three dates are enough.
  const last = meeting("port", "2027-02-01T17:00:00Z");
  expect(desk(held("REFERENT", [soon]), held("REFERENT", [soon, later, last]))).toEqual([
    "lavoir",
    "national",
    "halle",
  ]);
});

test("those of a territory that one left, or of which one is a member alone, are not on the desk", () => {
  const soon = meeting("lavoir", "2026-12-03T17:00:00Z");
  expect(desk(held("REFERENT", [soon], "2026-11-01"), held("MEMBER", [soon]))).toEqual(["national"]);
  expect(comingMeetings({ group: null, viewer: null })).toEqual([]);
});
