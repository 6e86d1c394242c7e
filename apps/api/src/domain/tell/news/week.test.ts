import { randomUUID } from "node:crypto";
import { addDays } from "@cahier/schema/calendar/days";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { carrying } from "../../../../test/acts/carrying.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { hourBetweenTests } from "../../../../test/site/hour.ts";
import { tables } from "../../../app.ts";
import { openDatabase } from "../../../platform/data/database.ts";
import { dayOf, weekOf } from "../../../platform/day.ts";
import { sendMails } from "../../../platform/mail/outbox.ts";
import { tellNews } from "./digest.commands.ts";

const api = seededApi();
hourBetweenTests(api);
const { handedOver } = carrying(api);
const rows = <Row = any>(text: string, values: unknown[] = []) => api.database.query<Row[]>(text, values);

// The week begins far enough from midnight for both hours of a day to be of that day.
const started = new Date();
const hoursLater = (hours: number) => new Date(started.getTime() + hours * 3_600_000);
const today = dayOf(hoursLater(2)) === dayOf(started) ? started : hoursLater(3);
const nextWeek = addDays(weekOf(dayOf(today)), 7);
const asked = "Où achetez-vous vos œufs, et à qui ?";
let group: string;
let proposal: string;

beforeAll(async () => {
  proposal = (await rows("select id from proposal where number = 1"))[0].id;
  // A question of next week, in the group of that proposal.
  const [{ question, groupId }] = await rows(
    `select k.id as question, o.group_id as "groupId" from question k join questionnaire q on q.id = k.questionnaire_id
     join objective o on o.id = q.objective_id
     where o.group_id = (select group_id from proposal where id = $1) limit 1`,
    [proposal],
  );
  group = groupId;
  await rows(
    `update questionnaire set published_at = now() - interval '9 days', opens_at = now() - interval '8 days',
       closes_at = now() + interval '40 days', paused_reason = null
     where id = (select questionnaire_id from question where id = $1)`,
    [question],
  );
  await rows("update question set label = $2 where id = $1", [question, asked]);
  await rows("insert into week_question (group_id, week, question_id, asked_at) values ($1, $2, $3, now())", [
    groupId,
    nextWeek,
    question,
  ]);
});

afterEach(() => void vi.useRealTimers());

/** Somebody who follows things since yesterday, each at its pace. */
async function follower(address: string, follows: [kind: string, id: string, pace: string][]) {
  const [{ id }] = await rows("insert into watcher (address, language, weekly_on) values ($1, 'fr', $2) returning id", [
    address,
    weekOf(dayOf(today)),
  ]);
  for (const [kind, subject, pace] of follows)
    await rows("insert into watch values ($1, $2, $3, $4, now() - interval '1 day')", [id, kind, subject, pace]);
}

/** Items handed over by the tellings before: told again to those who follow since. */
const before: string[] = [];

test("a week on a moved clock, with a restart in its midst: nobody is told a thing twice, each at their pace", async () => {
  const [now, daily, weekly, never, several] = ["now", "daily", "weekly", "never", "several"].map(
    (pace) => `${pace}.${randomUUID()}@exemple.fr`,
  ) as [string, string, string, string, string];
  await follower(now, [["GROUP", group, "NOW"], ["PROPOSAL", proposal, "NOW"]]); // prettier-ignore
  await follower(daily, [
    ["GROUP", group, "DAILY"],
    ["PROPOSAL", proposal, "DAILY"],
  ]);
  await follower(weekly, [
    ["GROUP", group, "WEEKLY"],
    ["PROPOSAL", proposal, "WEEKLY"],
  ]);
  await follower(never, [
    ["GROUP", group, "NEVER"],
    ["PROPOSAL", proposal, "NEVER"],
  ]);
  await follower(several, [
    ["GROUP", group, "WEEKLY"],
    ["PROPOSAL", proposal, "NOW"],
  ]);

  const { url } = api.database.options as { url: string };
  let database = api.database;
  const mails: { to: string; text: string; day: number; stopLink?: string | null }[] = [];
  const send = async (day: number) =>
    void (await sendMails(database.manager, async (mail) => void mails.push({ ...mail, day })));
  const happened: string[] = [];
  for (let day = 0; day <= 7; day++) {
    if (day !== 5) happened.push((await handedOver()).id);
    const at = (hour: number) => new Date(today.getTime() + day * 86_400_000 + hour * 3_600_000);
    // A mail is written as it leaves, from what stands then.
    vi.useFakeTimers({ toFake: ["Date"], now: at(1) });
    await tellNews(database, { now: at(0), pace: "NOW" });
    await tellNews(database, { now: at(0), pace: "DAY" });
    // The third day the process ends with mails that have not left; another one takes up what is there, and looks again.
    if (day === 3) database = await openDatabase(url, tables);
    else await send(day);
    await tellNews(database, { now: at(1), pace: "NOW" });
    await tellNews(database, { now: at(1), pace: "DAY" });
    await send(day);
  }
  await database.destroy();

  const to = (address: string) => mails.filter((mail) => mail.to === address);
  const told = (address: string) =>
    to(address)
      .flatMap(({ text }) => (text.match(/\/handovers\/[0-9a-f-]+/g) ?? []).map((path) => path.slice(11)))
      .filter((id) => !before.includes(id));
  const questions = (address: string) => to(address).filter(({ text }) => text.includes(asked));
  for (const address of [now, daily, weekly, several]) expect(new Set(told(address)).size).toBe(told(address).length);
  expect(told(now).toSorted()).toEqual(happened.toSorted());
  expect(told(several).toSorted()).toEqual(happened.toSorted());
  expect(told(daily).toSorted()).toEqual(happened.toSorted());
  // Who asked for a mail a day is told of no week, on Mondays neither.
  expect(to(daily).filter(({ text }) => text.includes("cette semaine"))).toEqual([]);
  expect(to(weekly).every(({ text }) => text.includes("Voici ce qui a bougé cette semaine"))).toBe(true);
  expect(new Set(to(daily).map(({ day }) => day)).size).toBe(to(daily).length);
  // One mail on the first day of the week, with all that came before it.
  expect(to(weekly)).toHaveLength(1);
  const monday = Math.round((Date.parse(nextWeek) - Date.parse(dayOf(today))) / 86_400_000);
  expect(to(weekly)[0]!.day).toBe(monday);
  expect(told(weekly).toSorted()).toEqual(happened.slice(0, monday >= 5 ? monday : monday + 1).toSorted());
  expect(to(never)).toEqual([]);
  // The question of the week: as it begins, in the mail of the week too, once.
  for (const address of [now, daily, weekly, several]) expect(questions(address)).toHaveLength(1);
  // Each says how to stop by one press of a mail program.
  for (const { stopLink, text } of mails) {
    expect(stopLink).toMatch(/\/watching\/stop\?key=/);
    expect(text).toContain("/watching/stop?key=");
  }
  before.push(...happened);
});
