import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { sentTwice } from "../../../../test/acts/again.ts";
import { type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { testApi } from "../../../../test/site/api.ts";
import { hourBetweenTests } from "../../../../test/site/hour.ts";
import { personWith, signedIn } from "../../../../test/site/people.ts";
import { dayOf } from "../../../platform/day.ts";
import { sendMails } from "../../../platform/mail/outbox.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { tellNews } from "./digest.commands.ts";

const api = testApi();
hourBetweenTests(api);
const act = acting(api);
const rows = <Row = any>(text: string, values: unknown[] = []) => api.database.query<Row[]>(text, values);

let small: Small;
let administrator: Viewer;
let facilitator: Viewer;
beforeAll(async () => {
  small = await smallInstance(api.database);
  administrator = await signedIn(api.database, await personWith(api.database, ["ADMINISTRATOR"]));
  facilitator = await signedIn(api.database, await personWith(api.database, ["FACILITATOR"], small.group.id));
});
beforeEach(async () => {
  await rows("delete from watcher");
  await rows("delete from regional_member");
  await rows("delete from outgoing_mail");
});

const somebody = async () => signedIn(api.database, await personWith(api.database, []));
const opened = async (territory: string): Promise<string> =>
  (await act("openRegionalGroup", { territory, name: `Groupe ${territory}` }, "regionalGroup { id }", administrator))
    .regionalGroup.id;
const join = (id: string, viewer: Viewer) => act("joinRegionalGroup", { id }, "regionalGroup { joined }", viewer);
const leave = (id: string, viewer: Viewer) => act("leaveRegionalGroup", { id }, "regionalGroup { joined }", viewer);
const told = async (slug: string, viewer: Viewer) => {
  const fields = "regionalGroups { territory { slug } watchable { kind path pace } }";
  const { data } = await api.ask(`{ territory(slug: "${slug}") { ${fields} } }`, {}, viewer);
  return data.territory.regionalGroups[0].watchable;
};
const followed = async ({ id }: Viewer) =>
  (
    await rows(
      "select kind, subject_id as id, pace from watch join watcher w on w.id = watcher_id where w.person_id = $1",
      [id],
    )
  ).map(({ kind, id: subject, pace }) => [kind, subject, pace]);
const bretagne = () => small.territories.bretagne!.id;

/** Announces a meeting somewhere; then the addresses that are mailed of it, by the mail of the day and of the week. */
async function mailed(territory: string | null) {
  const where = territory ? { kind: "LOCAL", territory } : { kind: "NATIONAL" };
  const hours = { day: dayOf(new Date(), 30), from: "14:00", until: "17:30", place: "Quelque part" };
  const fields = { title: `Réunion ${randomUUID()}`, ...hours, ...where };
  const input = { key: randomUUID(), group: small.group.slug, draft: false, fields };
  expect((await act("announceMeeting", input, "", facilitator)).problems).toEqual([]);
  await rows("update watcher set daily_on = null, weekly_on = null");
  const now = new Date(Date.now() + 1000);
  await tellNews(api.database, { now, pace: "NOW" });
  await tellNews(api.database, { now, pace: "DAY" });
  const mails: { to: string; text: string }[] = [];
  await sendMails(api.database.manager, async (mail) => void mails.push(mail));
  return mails.filter(({ text }) => text.includes(fields.title)).map(({ to }) => to);
}

/** The same, none of whom is mailed twice. */
async function once(territory: string) {
  const all = await mailed(territory);
  expect(new Set(all).size).toBe(all.length);
  return new Set(all);
}
const addressOf = async ({ id }: Viewer) => (await rows("select email from person where id = $1", [id]))[0].email;

test("who joins the group of a territory is mailed of a meeting announced there, once; who left or stopped is not", async () => {
  const id = await opened("bretagne");
  const [member, gone, silent, both] = await Promise.all([somebody(), somebody(), somebody(), somebody()]);
  expect(await told("bretagne", member)).toEqual({ kind: "TERRITORY", path: "/territories/bretagne", pace: null });
  await act("watch", { kind: "TERRITORY", id: bretagne(), pace: "NOW", language: "fr" }, "", both);
  await act("watch", { kind: "GROUP", id: small.group.id, pace: "DAILY", language: "fr" }, "", both);
  await sentTwice(api.database, () => join(id, member));
  for (const viewer of [gone, silent, both]) await join(id, viewer);
  expect(await told("bretagne", member)).toMatchObject({ pace: "WEEKLY" });
  await sentTwice(api.database, () => leave(id, gone));
  await act("stopWatching", {}, "stopped", silent);
  const expected = new Set([await addressOf(member), await addressOf(both)]);
  expect(await once("finistere")).toEqual(expected);
  expect(await once("bretagne")).toEqual(expected);
  expect(await mailed("paris")).toEqual([await addressOf(both)]);
});

test("a group that carries the label of a region of 2012 is told of the meetings of the region of today", async () => {
  await act("closeRegionalGroup", { id: await opened("bretagne") }, "", administrator);
  const id = await opened("bretagne-2012");
  const member = await somebody();
  await join(id, member);
  expect(await followed(member)).toEqual([["TERRITORY", bretagne(), "WEEKLY"]]);
  for (const territory of ["bretagne", "bretagne-2012", "finistere"])
    expect([territory, ...(await mailed(territory))]).toEqual([territory, await addressOf(member)]);
  // In two groups of one region, they are told until they leave both.
  const other = await opened("bretagne");
  await join(other, member);
  await leave(id, member);
  expect(await followed(member)).toHaveLength(1);
  await leave(other, member);
  expect(await followed(member)).toEqual([]);
});

test("leaving leaves what was followed before, and what somebody stopped is not begun again by joining again", async () => {
  const id = await opened("bretagne");
  const [before, stopped, anew] = await Promise.all([somebody(), somebody(), somebody()]);
  const own = (viewer: Viewer, pace: string) =>
    act("watch", { kind: "TERRITORY", id: bretagne(), pace, language: "fr" }, "", viewer);
  await own(before, "DAILY");
  await join(id, before);
  await leave(id, before);
  expect(await followed(before)).toEqual([["TERRITORY", bretagne(), "DAILY"]]);
  await join(id, stopped);
  await act("changeWatch", { kind: "TERRITORY", id: bretagne(), pace: "NEVER" }, "", stopped);
  await join(id, stopped);
  await leave(id, stopped);
  await join(id, stopped);
  expect(await told("bretagne", stopped)).toMatchObject({ pace: "NEVER" });
  // Begun again by themselves, it is theirs.
  await own(stopped, "NOW");
  await leave(id, stopped);
  expect(await followed(stopped)).toEqual([["TERRITORY", bretagne(), "NOW"]]);
  await join(id, anew);
  await act("changeWatch", { kind: "TERRITORY", id: bretagne(), pace: null }, "", anew);
  await join(id, anew);
  expect(await followed(anew)).toEqual([]);
});

test("who becomes a member of a working group follows it, other roles follow nothing, and the end of the role ends it", async () => {
  const [member, reader] = await Promise.all([somebody(), somebody()]);
  const invite = async (role: string, viewer: Viewer) => {
    const input = { key: randomUUID(), role, group: small.group.slug };
    const { token } = await act("invite", input, "token", administrator);
    return (await act("acceptInvitation", { token }, "grant { id }", viewer)).grant.id as string;
  };
  const grant = await invite("MEMBER", member);
  await invite("RAPPORTEUR", reader);
  expect(await followed(member)).toEqual([["GROUP", small.group.id, "WEEKLY"]]);
  expect(await followed(reader)).toEqual([]);
  expect(await mailed(null)).toEqual([await addressOf(member)]);
  await act("endRole", { id: grant, reason: "Le mandat est fini." }, "", administrator);
  expect(await followed(member)).toEqual([]);
  expect(await mailed(null)).toEqual([]);
});

test("a role of member that ends by its date ends what came with it, from the day after; one that goes on does not", async () => {
  const [gone, renewed, own] = await Promise.all([somebody(), somebody(), somebody()]);
  const give = async (viewer: Viewer, endsOn: string | null) => {
    const input = { key: randomUUID(), role: "MEMBER", group: small.group.slug };
    const { token } = await act("invite", input, "token", administrator);
    const { grant } = await act("acceptInvitation", { token }, "grant { id }", viewer);
    await rows("update role_grant set ends_on = $2 where id = $1", [grant.id, endsOn]);
    return grant.id as string;
  };
  const group = ["GROUP", small.group.id];
  await act("watch", { kind: "GROUP", id: small.group.id, pace: "DAILY", language: "fr" }, "", own);
  const grants = [
    await give(gone, dayOf(new Date())),
    await give(renewed, dayOf(new Date())),
    await give(own, dayOf(new Date())),
  ];
  // Its last day is of the role still.
  expect(new Set(await mailed(null))).toEqual(new Set(await Promise.all([gone, renewed, own].map(addressOf))));
  await rows("update role_grant set ends_on = $2 where id = any($1::uuid[])", [grants, dayOf(new Date(), -1)]);
  await rows(
    "insert into role_grant (person_id, role, group_id) select person_id, role, group_id from role_grant where id = $1",
    [grants[1]],
  );
  expect(new Set(await mailed(null))).toEqual(new Set(await Promise.all([renewed, own].map(addressOf))));
  expect(await followed(gone)).toEqual([]);
  expect(await followed(renewed)).toEqual([[...group, "WEEKLY"]]);
  // Their own choices stay theirs.
  expect(await followed(own)).toEqual([[...group, "DAILY"]]);
});
