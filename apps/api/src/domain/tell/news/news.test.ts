import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { acting } from "../../../../test/acts/acting.ts";
import { hourBetweenTests } from "../../../../test/site/hour.ts";
import { carrying, today } from "../../../../test/acts/carrying.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { sendMails } from "../../../platform/mail/outbox.ts";
import { keepTold, toldTo } from "../../../platform/mail/told.ts";
import { keyOf } from "../watch/watch.key.ts";
import { tellNews } from "./digest.commands.ts";

const api = seededApi();
hourBetweenTests(api);
const act = acting(api);
const { handedOver, act: carry } = carrying(api);
const rows = <Row = any>(text: string, values: unknown[] = []) => api.database.query<Row[]>(text, values);

let groupId: string;
beforeAll(async () => {
  [{ id: groupId }] = (await rows("select id from working_group where not preparing limit 1")) as [{ id: string }];
});
beforeEach(async () => {
  await rows("delete from watcher");
  await rows("delete from watch_request");
  await rows("delete from outgoing_mail");
});

/** A mail as it left. */
interface Sent {
  to: string;
  subject: string;
  text: string;
  stopLink?: string | null;
}
async function sent(): Promise<Sent[]> {
  const all: Sent[] = [];
  await sendMails(api.database.manager, async (mail) => void all.push(mail));
  return all;
}

let number = 0;
/** An address that follows something, confirmed some days ago. */
async function follower(pace: string, kind = "GROUP", id = groupId, since = new Date(Date.now() - 86_400_000)) {
  const address = `n${++number}@exemple.fr`;
  const [watcher] = await rows("insert into watcher (address, language) values ($1, 'fr') returning id", [address]);
  await rows("insert into watch values ($1, $2, $3, $4, $5)", [watcher.id, kind, id, pace, since]);
  return { address, watcherId: watcher.id as string };
}
const tell = (pace: "NOW" | "DAY", now = new Date()) => tellNews(api.database, { now, pace });

describe("what moved is told to those who follow it", () => {
  test("a handing over that is put right is no news of the day on which it is", async () => {
    const { id, version, replyBy } = await handedOver();
    await rows("update journal_entry set recorded_at = recorded_at - interval '2 hours' where subject_id = $1", [id]);
    await follower("NOW", "GROUP", groupId, new Date(Date.now() - 3_600_000));
    const right = { id, version, documentTitle: "Lettre au maire", on: today, replyBy };
    expect((await carry("handOver", right)).problems).toEqual([]);
    await tell("NOW");
    expect((await sent()).filter(({ text }) => text.includes(`/handovers/${id}`))).toEqual([]);
  });

  test("as it happens, each once, with its page, the page of all that one follows and a link that stops it", async () => {
    const { address, watcherId } = await follower("NOW");
    await tell("NOW");
    await rows("delete from outgoing_mail");
    const handover = await handedOver();
    await tell("NOW");
    const [mail, ...none] = await sent();
    expect(none).toEqual([]);
    expect(mail).toMatchObject({ to: address });
    expect(mail!.subject).toMatch(/^Proposition remise à /);
    expect(mail!.text).toContain(`/handovers/${handover.id}`);
    expect(mail!.text).toContain("/watching?key=");
    expect(mail!.stopLink).toContain("/watching/stop?key=");
    expect(mail!.text).not.toContain(watcherId);
    await tell("NOW");
    expect(await sent()).toEqual([]);
  });

  test("past twenty lines, how many more stand on the page of what one follows, which the mail leads to", async () => {
    const [{ slug }] = await rows("select slug from working_group where id = $1", [groupId]);
    await follower("NOW");
    await tell("NOW");
    await rows("delete from outgoing_mail");
    await rows(
      `insert into document (slug, group_id, kind, title, purpose, version, published_on, sections)
       select 'beaucoup-' || n, $1, 'FILE', 'Un document', 'x', 1, current_date, '[]' from generate_series(1, 24) n`,
      [groupId],
    );
    await tell("NOW");
    const [mail] = await sent();
    expect(mail!.text.match(/^– /gm)).toHaveLength(20);
    expect(mail!.text).toMatch(new RegExp(`Et 4 de plus, sur cette page.:\\n\\S+/groups/${slug}$`, "m"));
    await rows("delete from document where slug like 'beaucoup-%'");
  });

  test("what is hidden, withdrawn or over between the mail and its sending is not told, and an empty mail does not leave", async () => {
    await follower("NOW");
    await tell("NOW");
    await rows("delete from outgoing_mail");
    await handedOver();
    expect(await tell("NOW")).toBe(1);
    await rows("update proposal set state = 'WITHDRAWN' where state = 'OPEN' returning id");
    const hidden = await rows("update proposal set state = 'DRAFT' where number = 1 returning id, state");
    expect(hidden).toBeDefined();
    expect(await sent()).toEqual([]);
    expect(await rows("select from outgoing_mail where recipient is not null")).toEqual([]);
    await rows("update proposal set state = 'OPEN' where state in ('WITHDRAWN', 'DRAFT')");
  });

  test("nothing is told to somebody whose other mail told it", async () => {
    const { address } = await follower("NOW");
    await tell("NOW");
    await rows("delete from outgoing_mail");
    const { id } = await handedOver();
    await keepTold(api.database.manager, new Date(), [{ holder: toldTo(address), thing: `PROPOSAL_CARRIED ${id}` }]);
    expect(await tell("NOW")).toBe(0);
  });

  test("once a day, once a week, never: each in its turn, and two processes tell it once", async () => {
    const daily = await follower("DAILY");
    const weekly = await follower("WEEKLY");
    await follower("NEVER");
    await rows("update watcher set weekly_on = '2100-01-04' where id = $1", [weekly.watcherId]);
    await handedOver();
    const [one, two] = await Promise.all([tell("DAY"), tell("DAY")]);
    expect(one + two).toBe(1);
    expect((await sent()).map(({ to }) => to)).toEqual([daily.address]);
    expect(await tell("DAY")).toBe(0);
    await rows("update watcher set weekly_on = null, daily_on = null where id = $1", [weekly.watcherId]);
    expect(await tell("DAY")).toBe(1);
    const [mail] = await sent();
    expect(mail!.to).toBe(weekly.address);
    expect(mail!.text).toContain("cette semaine");
  });

  test("the own region first, and one line a thing whatever was followed of it", async () => {
    const [{ region }] = await rows("select id as region from territory where slug = 'bretagne'");
    const { watcherId } = await follower("DAILY");
    await rows("insert into watch values ($1, 'TERRITORY', $2, 'DAILY', now() - interval '1 day')", [
      watcherId,
      region,
    ]);
    const { id } = await handedOver();
    await tell("DAY");
    const [mail] = await sent();
    expect(mail!.text.match(new RegExp(id, "g"))).toHaveLength(1);
    expect(mail!.text.indexOf("Bretagne")).toBeLessThan(mail!.text.indexOf(id));
  });
});

test("a pace changes in the middle of a week: nothing is told again, and nothing of a silence is", async () => {
  const { watcherId } = await follower("DAILY");
  const key = keyOf(watcherId);
  await handedOver();
  await tell("DAY");
  expect(await sent()).toHaveLength(1);
  const change = (pace: string | null) => act("changeWatch", { key, kind: "GROUP", id: groupId, pace });
  await sentTwice(api.database, () => change("WEEKLY"));
  await rows("update watcher set weekly_on = null, daily_on = null");
  await tell("DAY");
  expect(await sent()).toEqual([]);
  await change("NEVER");
  await handedOver();
  await tell("DAY");
  await rows("update watcher set daily_on = null");
  await change("DAILY");
  await tell("DAY");
  expect(await sent()).toEqual([]);
  await sentTwice(api.database, () => change(null));
  expect(await rows("select from watcher")).toEqual([]);
});

test("a week of news on a moved clock: each follower reads each thing once, whatever they follow of it", async () => {
  const people = await Promise.all([
    follower("NOW"),
    follower("DAILY"),
    follower("WEEKLY"),
    follower("NOW", "PROPOSAL", (await rows("select id from proposal where number = 1"))[0].id),
  ]);
  await rows(
    "insert into watch select w.id, 'PROPOSAL', p.id, 'DAILY', now() - interval '1 day' from watcher w cross join proposal p where p.number = 1 on conflict do nothing",
  );
  const mails: Sent[] = [];
  for (let day = 0; day < 8; day++) {
    if (day % 2 === 0) await handedOver();
    const now = new Date(Date.now() + day * 86_400_000);
    await tell("NOW", now);
    await tell("DAY", now);
    mails.push(...(await sent()));
  }
  for (const { address } of people) {
    const told = mails
      .filter(({ to }) => to === address)
      .flatMap(({ text }) => text.match(/\/handovers\/[0-9a-f-]+/g) ?? []);
    expect(told.length).toBeGreaterThan(0);
    expect(new Set(told).size).toBe(told.length);
  }
});

test("questionnaires that opened at the same instant are told by their number", async () => {
  const before = await rows(
    "select id, opens_at, closes_at, published_at, archived_at, paused_reason from questionnaire",
  );
  await rows(
    `update questionnaire set published_at = now() - interval '2 hours', opens_at = now() - interval '50 milliseconds',
       closes_at = now() + interval '9 days', archived_at = null, paused_reason = null where not of_the_week and not template`,
  );
  await rows("update questionnaire set slug = 'questionnaire-12' where slug = 'questionnaire-1'");
  const { data } = await api.ask(`{ group(slug: "circuits-courts") { news { kind path } } }`);
  await rows("update questionnaire set slug = 'questionnaire-1' where slug = 'questionnaire-12'");
  const opened = data.group.news.filter(({ kind }: { kind: string }) => kind === "QUESTIONNAIRE_OPENED");
  const paths = opened.map(({ path }: { path: string }) => path);
  expect(paths.length).toBeGreaterThan(3);
  expect(paths).toEqual(paths.toSorted((a: string, b: string) => a.localeCompare(b, "fr", { numeric: true })));
  for (const it of before)
    await rows(
      `update questionnaire set opens_at = $2, closes_at = $3, published_at = $4, archived_at = $5, paused_reason = $6
       where id = $1`,
      [it.id, it.opens_at, it.closes_at, it.published_at, it.archived_at, it.paused_reason],
    );
});

test("a reply taken back while its mail waits is not told, and the one that comes in truth is, once", async () => {
  const { address } = await follower("NOW");
  const { id, version } = await handedOver();
  await tell("NOW");
  await rows("delete from outgoing_mail");
  const reply = {
    id,
    on: today,
    stance: "ACCEPTED",
    text: "Oui, zinzolin.",
    way: "POST",
  };
  const recorded = await carry("recordReply", { ...reply, version });
  expect(await tell("NOW")).toBe(1);
  const taken = await carry("takeBackReply", { id, version: recorded.handover.version, reason: "Un autre service." });
  expect(taken.problems).toEqual([]);
  expect(await sent()).toEqual([]);
  expect(await rows("select from outgoing_mail where recipient is not null")).toEqual([]);
  await carry("recordReply", { ...reply, version: taken.handover.version, stance: "REFUSED", text: "Non." });
  expect(await tell("NOW")).toBe(1);
  const [mail, ...none] = await sent();
  expect([mail!.to, mail!.text.includes(`/handovers/${id}`), none]).toEqual([address, true, []]);
  await tell("NOW");
  expect(await sent()).toEqual([]);
});
