import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { added, questionnaireWith, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { personWith } from "../../../../test/site/people.ts";
import { type Meeting, Meetings } from "../../meet/meeting/meeting.entity.ts";
import { Responses } from "../response/response.entity.ts";
import { remindReports } from "./report.jobs.ts";

const api = testApi();
const day = 86_400_000;
let small: Small;
let meeting: Meeting;

/** A person whose address is proven, referent of a territory. */
async function referentOf(slug: string) {
  const id = await personWith(api.database, ["REFERENT"]);
  const text = "update role_grant set territory_id = $2 where person_id = $1";
  await api.database.query(text, [id, small.territories[slug]!.id]);
  await api.database.query("update person set email_verified = true where id = $1", [id]);
  return id;
}
const held = (row: Partial<Meeting> = {}) =>
  added(api.database, Meetings, {
    slug: `atelier-${randomUUID()}`,
    groupId: small.group.id,
    kind: "LOCAL",
    title: "Un atelier",
    startsAt: new Date(),
    endsAt: new Date(Date.now() + 3_600_000),
    place: "Brest",
    territoryId: small.territories.finistere!.id,
    regionId: small.territories.bretagne!.id,
    ...row,
  });
/** Keys of the mails of a meeting once the clock stands so many days after its end. */
async function told(days: number) {
  await remindReports(api.database.manager, new Date(meeting.endsAt!.getTime() + days * day));
  const text = "select key from outgoing_mail where key like $1 order by key";
  const rows = await api.database.query<{ key: string }[]>(text, [`report % ${meeting.id} %`]);
  return rows.map(({ key }) => key.replace(` ${meeting.id}`, ""));
}

let near: string;
beforeAll(async () => {
  small = await smallInstance(api.database);
  near = await referentOf("bretagne");
  await referentOf("ile-de-france");
});
beforeEach(async () => {
  meeting = await held();
});

test("the referent of its region is reminded of the report three days after a local meeting, then seven, once each", async () => {
  expect(await told(2.9)).toEqual([]);
  expect(await told(3.1)).toEqual([`report 3 ${near}`]);
  expect(await told(4)).toEqual([`report 3 ${near}`]);
  expect(await told(7.1)).toEqual([`report 3 ${near}`, `report 7 ${near}`]);
  expect(await told(9)).toEqual([`report 3 ${near}`, `report 7 ${near}`]);
});

test("a referent who asked for no more mails is not reminded", async () => {
  await api.database.query("update person set told_by_mail = false where id = $1", [near]);
  expect(await told(4)).toEqual([]);
  await api.database.query("update person set told_by_mail = true where id = $1", [near]);
  expect(await told(4)).toEqual([`report 3 ${near}`]);
});

test("nobody is reminded once the report came, of a meeting that was cancelled, or of one of the whole group", async () => {
  const { questionnaire } = await questionnaireWith(api.database, small, [{ code: "1.1", type: "LONG_TEXT" }]);
  await added(api.database, Responses, {
    questionnaireId: questionnaire.id,
    key: randomUUID(),
    digest: "",
    receiptDigest: randomUUID(),
    channel: "LOCAL_MEETING",
    appearance: "ANONYMOUS",
    status: "VISIBLE",
    meetingId: meeting.id,
    territoryId: small.territories.finistere!.id,
    regionId: small.territories.bretagne!.id,
    sectors: [],
    submittedOn: "2026-01-05",
  });
  expect(await told(4)).toEqual([]);
  for (const row of [{ cancelledReason: "La salle est prise." }, { kind: "NATIONAL" as const }, { draft: true }]) {
    meeting = await held(row);
    expect(await told(4)).toEqual([]);
  }
});
