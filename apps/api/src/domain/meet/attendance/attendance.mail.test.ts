import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { acting, mutationOf } from "../../../../test/acts/acting.ts";
import { testApi } from "../../../../test/site/api.ts";
import { type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { announcedMeeting } from "../../../../test/acts/meetings.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import { dayOf } from "../../../platform/day.ts";
import type { Mail } from "../../../platform/mail/mail.ts";
import { sendMails } from "../../../platform/mail/outbox.ts";
import { viewerOf } from "../../../platform/viewer.ts";
import { stopMails } from "../../tell/trail/stop.ts";
import { remindComers } from "./attendance.jobs.ts";

const api = testApi();
const rows = <Row = object>(text: string, values: unknown[]) => api.database.query<Row[]>(text, values);

let small: Small;
beforeAll(async () => {
  small = await smallInstance(api.database);
});

beforeEach(() => rows("delete from attendance_address", []));

const facilitator = () =>
  viewerOf({ id: null, displayName: "Léa", language: "fr" }, [
    { role: "FACILITATOR", groupId: small.group.id, territoryId: null },
  ]);

/** A meeting, those who come to it with an address, and what its facilitator does. */
async function meetingOf(capacity: number | null = null) {
  const startsAt = new Date(`${dayOf(new Date(), 10)}T10:00:00Z`);
  const endsAt = new Date(startsAt.getTime() + 3_600_000);
  const meeting = await announcedMeeting(api.database, small.group.id, { capacity, startsAt, endsAt });
  const acts = acting(api);
  const run = async (name: string, more: object) => {
    const [now] = await rows<{ version: number }>("select version from meeting where id = $1", [meeting.id]);
    const input = { id: meeting.id, version: now!.version, ...more };
    expect((await acts(name, input, "", facilitator())).problems).toEqual([]);
  };
  const { day, from, until } = (await api.ask(`{ meeting(slug: "${meeting.slug}") { day from until } }`)).data.meeting;
  return {
    meeting,
    run,
    come: async (email: string) => {
      const said = { channel: "ROOM", needs: [] };
      const input = { key: randomUUID(), meetingId: meeting.id, said, language: "fr", email };
      return (await acts("attend", input, "own { code }")).own as { code: string };
    },
    withdraw: (code: string) => acts("withdrawAttendance", { code }),
    move: (place: string, on = day) =>
      run("editMeeting", {
        draft: false,
        reason: "La salle est prise.",
        fields: { title: "Une réunion", kind: "NATIONAL", place, capacity, day: on, from, until },
      }),
  };
}

/** Subjects and texts of the mails that leave, by address. */
async function sent() {
  const all: Mail[] = [];
  await sendMails(api.database.manager, async (mail) => void all.push(mail));
  return all.toSorted((a, b) => a.to.localeCompare(b.to));
}

test("forty people are told that their meeting is cancelled in as many statements as two", async () => {
  const { id } = await announcedMeeting(api.database, small.group.id);
  const coming = (from: number, to: number) =>
    rows(
      `with coming as (
         insert into attendance (key, code_digest, meeting_id, channel, arrival)
         select 'many-' || n, 'many-' || n, $1, 'ROOM', n from generate_series($2::int, $3) n returning id)
       insert into attendance_address (attendance_id, address, language) select id, id || '@example.org', 'fr' from coming`,
      [id, from, to],
    );
  const cancelled = async () => {
    const [meeting] = await rows<{ version: number }>("select version from meeting where id = $1", [id]);
    const input = { id, version: meeting!.version, reason: "Une grève." };
    const asked = await statementsOf(() => api.ask(mutationOf("cancelMeeting"), { input }, facilitator()));
    const [mails] = await rows<{ told: number }>(
      `with gone as (delete from outgoing_mail where key like 'attendance CANCELLED %' returning id)
       select count(*)::int as told from gone`,
      [],
    );
    return { told: mails!.told, statements: asked.length };
  };
  await coming(1, 2);
  const two = await cancelled();
  await rows("update meeting set cancelled_reason = null where id = $1", [id]);
  await coming(3, 40);
  expect([two.told, await cancelled()]).toEqual([2, { ...two, told: 40 }]);
});

test("whoever asks for no more mails gets none about a meeting that they said to come to either, and still comes", async () => {
  const { meeting, come } = await meetingOf();
  await come("assez@exemple.fr");
  await come("encore@exemple.fr");
  await api.database.transaction((db) => stopMails(db, "Assez@exemple.fr"));
  await remindComers(api.database.manager, new Date(meeting.startsAt.getTime() - 86_400_000));
  const mails = await sent();
  expect(mails.map(({ to }) => to)).toEqual(["encore@exemple.fr"]);
  expect(mails[0]!.stopLink).toContain("/mails/stop?token=");
  expect(mails[0]!.text).toContain("/mails/stop?token=");
  const [coming] = await rows<{ count: number }>(
    "select count(*)::int from attendance where meeting_id = $1 and not withdrawn",
    [meeting.id],
  );
  expect(coming!.count).toBe(2);
});

test("a mail that waited tells of the meeting as it is when it leaves, in its subject too, and nothing that is no longer true", async () => {
  const { come, withdraw, move, run } = await meetingOf(1);
  const first = await come("venue@exemple.fr");
  const second = await come("partie@exemple.fr");
  await move("Lyon");
  await withdraw(first.code);
  // A seat was theirs, and they left it: nobody is told of it, nor that the meeting moved.
  await withdraw(second.code);
  expect(await sent()).toEqual([]);
  const third = await come("venue@exemple.fr");
  await move("Nantes");
  await move("Brest");
  const moved = await sent();
  expect(moved.map(({ text }) => /Brest|Nantes/.exec(text)?.[0])).toEqual(["Brest"]);
  expect(moved[0]!.text).toContain("La salle est prise.");
  expect(moved[0]!.text).not.toContain(third.code);
  await move("Lille");
  await run("cancelMeeting", { reason: "Une grève." });
  expect((await sent()).map(({ subject }) => subject)).toEqual(["Réunion annulée\u00A0: Une réunion"]);
  await run("resumeMeeting", {});
  await run("cancelMeeting", { reason: "Une grève." });
  await run("resumeMeeting", {});
  expect((await sent()).map(({ subject }) => subject)).toEqual(["La réunion a lieu\u00A0: Une réunion"]);
});

test("who still waits for a seat is told so before the meeting; one that is put off is reminded of again", async () => {
  const { meeting, come, move } = await meetingOf(1);
  await come("assise@exemple.fr");
  await come("en.attente@exemple.fr");
  const remind = async (from: Date) => {
    await remindComers(api.database.manager, new Date(from.getTime() - 86_400_000));
    return (await sent()).map(({ to, text }) => [to, text.includes("vous attendez encore une place")]);
  };
  const both = [
    ["assise@exemple.fr", false],
    ["en.attente@exemple.fr", true],
  ];
  expect(await remind(meeting.startsAt)).toEqual(both);
  expect(await remind(meeting.startsAt)).toEqual([]);
  const later = new Date(meeting.startsAt.getTime() + 30 * 86_400_000);
  await move("Paris", dayOf(later));
  await sent();
  expect(await remind(later)).toEqual(both);
});
