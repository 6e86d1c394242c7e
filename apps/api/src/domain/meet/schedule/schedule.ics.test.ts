import { randomUUID } from "node:crypto";
import ICAL from "ical.js";
import { beforeAll, expect, test } from "vitest";
import { added, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { testSite } from "../../../../test/site/site.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { type Meeting, Meetings } from "../meeting/meeting.entity.ts";
import { Milestones } from "./schedule.entity.ts";

const site = testSite();
let small: Small;
const meet = (slug: string, startsAt: string, endsAt: string | null, more: Partial<Meeting> = {}) =>
  added(site.database, Meetings, {
    slug,
    groupId: small.group.id,
    kind: "NATIONAL",
    title: `Réunion « ${slug} », à Rennes; salle 2`,
    startsAt: new Date(startsAt),
    endsAt: endsAt ? new Date(endsAt) : null,
    place: "Rennes, 2 rue du Pré\nau fond",
    ...more,
  });

/** A calendar as the parser of others reads it. */
async function eventsOf(url: string) {
  const { statusCode, body, headers } = await site.app.inject({ url });
  expect([statusCode, headers["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
  const calendar = new ICAL.Component(ICAL.parse(body) as never);
  expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  return calendar.getAllSubcomponents("vevent").map((it) => {
    const event = new ICAL.Event(it);
    const { uid, sequence, summary, location, startDate, endDate } = event;
    return {
      uid,
      sequence,
      summary,
      location,
      status: it.getFirstPropertyValue("status"),
      start: startDate.isDate ? startDate.toString() : startDate.toJSDate().toISOString(),
      end: endDate.isDate ? endDate.toString() : endDate.toJSDate().toISOString(),
    };
  });
}

const wallClock = (instant: string) =>
  new Date(instant).toLocaleTimeString("fr-FR", { timeZone: "Europe/Paris", hour: "2-digit", minute: "2-digit" });

beforeAll(async () => {
  small = await smallInstance(site.database);
  // 14:00 in Paris, the days before and after both changes of the clock in 2027.
  await meet("avant-ete", "2027-03-27T13:00:00Z", "2027-03-27T16:00:00Z");
  await meet("apres-ete", "2027-03-28T12:00:00Z", "2027-03-28T15:00:00Z");
  await meet("avant-hiver", "2027-10-30T12:00:00Z", "2027-10-30T15:00:00Z");
  await meet("apres-hiver", "2027-10-31T13:00:00Z", "2027-10-31T16:00:00Z", { cancelledReason: "Grève", version: 3 });
  const { finistere, bretagne } = small.territories;
  const there = { kind: "LOCAL" as const, territoryId: finistere!.id, regionId: bretagne!.id };
  await meet("quimper", "2027-05-05T10:00:00Z", null, there);
  await meet("brouillon", "2027-05-06T10:00:00Z", null, { ...there, draft: true });
  const dates = { startsOn: "2027-03-12", endsOn: "2027-03-24" };
  await added(site.database, Milestones, {
    groupId: small.group.id,
    position: 1,
    kind: "CHECKPOINT",
    label: "Point d’étape",
    ...dates,
    plannedStartsOn: dates.startsOn,
    plannedEndsOn: dates.endsOn,
  });
});

test("a group's calendar tells its meetings at their hour on both sides of the changes of the clock", async () => {
  const events = await eventsOf("/groups/circuits-courts/calendar.ics");
  const meetings = events.filter(({ uid, summary }) => uid.startsWith("meeting-") && !summary.includes("quimper"));
  expect(meetings.map(({ start, end }) => [wallClock(start), wallClock(end)])).toEqual(
    meetings.map(() => ["14:00", "17:00"]),
  );
  expect(meetings).toHaveLength(4);
});

test("steps are whole days, words come through whole, what is cancelled says so with a greater sequence", async () => {
  const events = await eventsOf("/groups/circuits-courts/calendar.ics");
  expect(events.find(({ summary }) => summary === "Point d’étape")).toMatchObject({
    start: "2027-03-12",
    end: "2027-03-25",
    status: "CONFIRMED",
  });
  expect(events.find(({ summary }) => summary.includes("apres-hiver"))).toMatchObject({
    summary: "Réunion « apres-hiver », à Rennes; salle 2",
    location: "Rennes, 2 rue du Pré\nau fond",
    status: "CANCELLED",
    sequence: 2,
  });
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
});

test("a meeting that moves keeps its UID, and its sequence grows", async () => {
  const [before] = await eventsOf("/meetings/avant-ete/meeting.ics");
  await site.database.query(
    `update meeting set starts_at = starts_at + interval '7 days', ends_at = ends_at + interval '7 days',
       version = version + 1 where slug = 'avant-ete'`,
  );
  const [after] = await eventsOf("/meetings/avant-ete/meeting.ics");
  expect(after).toMatchObject({ uid: before!.uid, sequence: before!.sequence + 1 });
  expect(after!.start).not.toBe(before!.start);
});

test("a region's calendar has the meetings of its departments, none of elsewhere and no draft", async () => {
  const events = await eventsOf("/territories/bretagne/calendar.ics");
  expect(events.map(({ start, end }) => [start, end])).toEqual([["2027-05-05", "2027-05-06"]]);
  expect(await eventsOf("/territories/paris/calendar.ics")).toEqual([]);
});

test("another group's calendar has none of it, and one in preparation has none yet", async () => {
  const row = { themeId: small.theme.id, slug: randomUUID(), name: "Autre", finalGoal: "Autre", means: [] };
  await added(site.database, WorkingGroups, row);
  expect(await eventsOf(`/groups/${row.slug}/calendar.ics`)).toEqual([]);
  await site.database.query("update working_group set preparing = true where slug = $1", [row.slug]);
  expect((await site.app.inject({ url: `/groups/${row.slug}/calendar.ics` })).statusCode).toBe(404);
});

test("it is kept until something is written, answers HEAD, and says where there is none", async () => {
  const url = "/groups/circuits-courts/calendar.ics";
  const { headers } = await site.app.inject({ url });
  const again = await site.app.inject({ url, headers: { "if-none-match": headers.etag as string } });
  expect(again.statusCode).toBe(304);
  const head = await site.app.inject({ method: "HEAD", url });
  expect([head.statusCode, head.body, head.headers["content-type"]]).toEqual([200, "", "text/calendar; charset=utf-8"]);
  for (const gone of ["/groups/rien/calendar.ics", "/meetings/brouillon/meeting.ics", "/territories/rien/calendar.ics"])
    expect((await site.app.inject({ url: gone })).statusCode).toBe(404);
});
