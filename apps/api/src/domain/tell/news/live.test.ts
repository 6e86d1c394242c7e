import { once } from "node:events";
import { beforeAll, expect, test } from "vitest";
import { added, smallInstance } from "../../../../test/rows/builders.ts";
import { testSite } from "../../../../test/site/site.ts";
import { Meetings } from "../../meet/meeting/meeting.entity.ts";
import { liveNews } from "./live.ts";

const site = testSite();
const limits = { all: 3, fromOne: 2, look: 3_600_000, beat: 3_600_000 };
let group: { id: string; slug: string };
beforeAll(async () => {
  ({ group } = await smallInstance(site.database));
});

let number = 0;
/** A meeting announced now, and the address of its page. */
async function announce() {
  const slug = `reunion-${++number}`;
  const startsAt = new Date(Date.now() + 9 * 86_400_000);
  const { id } = await added(site.database, Meetings, {
    ...{ slug, groupId: group.id, kind: "NATIONAL", title: "Zinzolin", startsAt },
    ...{ endsAt: new Date(startsAt.getTime() + 3_600_000), place: "Paris", remote: true, relayRooms: [] },
  });
  await site.database.query(
    `insert into journal_entry (event, subject_type, subject_id, recorded_on, recorded_at) values ('meeting.announced', 'meeting', $1, now(), now())`,
    [id],
  );
  // The database may read a clock a little ahead of ours: what it wrote is behind us then.
  await new Promise((later) => setTimeout(later, 30));
  return `/meetings/${slug}`;
}

test("open pages are told of the pages where something came, of nothing else, and catch up after a restart", async () => {
  const live = liveNews(site.database.manager, limits);
  const stream = (await live.listen("a", undefined))!;
  const path = await announce();
  await live.look();
  await live.look();
  const said = (stream.read() as Buffer).toString();
  expect(said.match(/^data: /gm)).toHaveLength(1);
  expect(JSON.parse(/^data: (.*)$/m.exec(said)![1]!)).toEqual({ pages: ["/", `/groups/${group.slug}`, path] });
  expect(said).not.toContain("Zinzolin");
  const id = /^id: (.*)$/m.exec(said)![1]!;
  live.close();
  await once(stream.resume(), "end");

  const later = await announce();
  const restarted = liveNews(site.database.manager, limits);
  const back = (await restarted.listen("a", id))!;
  expect((back.read() as Buffer).toString()).toContain(later);
  expect(((await restarted.listen("b", "nonsense"))!.read() as Buffer).toString()).not.toContain("data:");
  restarted.close();
});

test("whoever keeps a connection and reads nothing of it is left, and those who read go on", async () => {
  const live = liveNews(site.database.manager, limits);
  const reading = (await live.listen("a", undefined))!.resume();
  const silent = (await live.listen("b", undefined))!;
  silent.write("x".repeat(70_000));
  await announce();
  await live.look();
  expect([silent.destroyed, reading.destroyed]).toEqual([true, false]);
  await once(silent, "close");
  expect(live.count()).toBe(1);
  live.close();
});

test("listeners are bounded, by address too, and whoever leaves makes room", async () => {
  const live = liveNews(site.database.manager, limits);
  const first = (await live.listen("a", undefined))!;
  await live.listen("a", undefined);
  expect(await live.listen("a", undefined)).toBeNull();
  await live.listen("b", undefined);
  expect(await live.listen("c", undefined)).toBeNull();
  first.destroy();
  await once(first, "close");
  expect(live.count()).toBe(2);
  expect(await live.listen("a", undefined)).not.toBeNull();
  live.close();
});
