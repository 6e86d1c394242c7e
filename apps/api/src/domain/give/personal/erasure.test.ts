import { randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { erases, purges } from "../../../app.ts";
import { added } from "../../../../test/rows/builders.ts";
import { personWith } from "../../../../test/site/people.ts";
import { answeringApi } from "../../../../test/acts/responses.ts";
import { erasuresIn, keepErasures } from "../../../platform/erasures.ts";
import { leaveMail } from "../../../platform/mail/outbox.ts";
import { purgeAll } from "../../../platform/retention.ts";
import { viewerOf } from "../../../platform/viewer.ts";
import { keepFollow } from "../../listen/follow/follow.writes.ts";
import { Passages } from "../../understand/passage/passage.entity.ts";

const api = answeringApi();
const { rows, ask } = api;
const file = () => join(mkdtempSync(join(tmpdir(), "erasures-")), "erasures");

/** Somebody with an account whose name, address and words are in as many places as can be. */
async function everywhere() {
  const { group, territories } = api.small;
  const id = await personWith(api.database, ["RAPPORTEUR", "REFERENT"]);
  const email = `zinzolin-${id}@exemple.fr`;
  const name = `Zinzolin ${id.slice(-5)}`;
  await rows(
    "update person set email = $2, email_verified = true, display_name = $3, territory_id = $4 where id = $1",
    [id, email, name, territories.bretagne!.id],
  );
  const response = await api.sent(
    { text: "Zinzolin : se connaître.", short: "Zinzolin court" },
    { appearance: "NAMED", authorName: name, followUpEmail: email },
  );
  await keepFollow(api.database.manager, { kind: "ACCOUNT", responseId: response.id, value: id });
  const contribution = await response.contribution();
  await added(api.database, Passages, {
    contributionId: contribution.id,
    startsAt: 0,
    endsAt: 8,
    quote: "Zinzolin",
    markedAt: new Date(),
  });
  const run = (text: string, ...values: unknown[]) => rows(text, values);
  const [meeting] = await run(
    `insert into meeting (slug, group_id, kind, title, starts_at, place) values ($1, $2, 'NATIONAL', 'R', now(), 'Ici') returning id`,
    randomUUID(),
    group.id,
  );
  const [minutes] = await run(
    `insert into minutes (meeting_id, state, present, excused, remote, regions, facts, open_questions)
     values ($1, 'DRAFT', 1, 0, 0, 1, '', '{}') returning id`,
    meeting.id,
  );
  const [block] = await run(
    `insert into minutes_block (minutes_id, position, kind, text, owner) values ($1, 1, 'ACTION', 'Écrire.', $2) returning id`,
    minutes.id,
    name,
  );
  await run(
    `insert into minutes_correction (minutes_id, block_id, author_id, text, why, state, arrival)
     values ($1, $2, $3, 'Zinzolin', 'Zinzolin', 'OPEN', 1)`,
    minutes.id,
    block.id,
    id,
  );
  await run(
    "insert into agenda_item (meeting_id, position, minutes, title, lead) values ($1, 1, 5, 'Point', $2)",
    meeting.id,
    name,
  );
  const [attendance] = await run(
    `insert into attendance (key, code_digest, meeting_id, name, channel, needs, needs_more, arrival)
     values ($1, $1, $2, $3, 'ROOM', '{}', 'Zinzolin', 1) returning id`,
    randomUUID(),
    meeting.id,
    name,
  );
  await run("insert into attendance_address values ($1, $2, 'fr')", attendance.id, email);
  await run(
    `insert into exchange (group_id, direction, kind, title, text, sector, territory_id, author_id, posted_on, expires_on, organisation)
     values ($1, 'SEEK', 'SKILL', 'Zinzolin', 'Zinzolin', 'FOOD', $2, $3, current_date, current_date + 30, 'Zinzolin SCIC')`,
    group.id,
    territories.bretagne!.id,
    id,
  );
  await run(
    "insert into candidacy (key, person_id, territory_id, why, offered_on) values ($1, $2, $3, 'Zinzolin', current_date)",
    randomUUID(),
    id,
    territories.bretagne!.id,
  );
  await run(
    `insert into invitation (key, token_digest, role, email, made_at, expires_at)
     values ($1, $1, 'MEMBER', $2, now(), now() + interval '7 days')`,
    randomUUID(),
    email,
  );
  await run(
    "insert into address_change values ($1, $2, null, null, now() + interval '1 day')",
    id,
    `nouvelle-${email}`,
  );
  await run("insert into second_factor (person_id, secret_sealed) values ($1, 'Zinzolin')", id);
  await run("insert into listener values ('AMENDMENT', $1, $2, 'fr')", randomUUID(), email);
  await run("insert into watcher (person_id, language) values ($1, 'fr')", id);
  await run("insert into watch select id, 'GROUP', $1, 'NOW', now() from watcher", randomUUID());
  await run(
    "insert into session (person_id, token, expires_at, user_agent) values ($1, $2, now() + interval '1 day', 'Zinzolin')",
    id,
    randomUUID(),
  );
  await run(
    "insert into verification (identifier, value, expires_at) values ('x', $1, now() + interval '1 hour')",
    JSON.stringify({ email }),
  );
  await run(
    "insert into journal_entry (event, subject_type, actor_id, recorded_on, recorded_at) values ('a.b', 'a', $1, now(), now())",
    id,
  );
  const words = { subject: "Zinzolin", text: "Zinzolin", language: "fr" as const };
  await leaveMail(api.database.manager, { key: randomUUID(), to: email, ...words });
  const viewer = viewerOf({ id, displayName: name, language: "fr" }, []);
  const erase = async (mode: string) =>
    (
      await ask(
        "mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { problems { code } } }",
        { input: { mode } },
        viewer,
      )
    ).data.eraseAccount.problems.map(({ code }: { code: string }) => code);
  return { id, email, name, responseId: response.id, contribution, erase, code: response.code };
}

/** Tables where some words stand, and whom the sealed rows lead to. */
async function found(words: RegExp): Promise<string[]> {
  const tables = await rows<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const at: string[] = [];
  for (const { name } of tables) if (words.test(JSON.stringify(await rows(`select * from "${name}"`)))) at.push(name);
  expect(tables.length).toBeGreaterThan(60);
  return at;
}

test("an account that takes all away is nowhere any more: no table, no sealed row, no mail that waits, no page, no search", async () => {
  const somebody = await everywhere();
  expect((await found(/zinzolin/i)).length).toBeGreaterThan(14);
  expect(await somebody.erase("REMOVE_ALL")).toEqual([]);
  expect(await found(/zinzolin/i)).toEqual([]);
  expect(await rows("select from follow")).toEqual([]);
  expect(await rows("select from session where person_id = $1", [somebody.id])).toEqual([]);
  expect(await rows("select from journal_entry where actor_id = $1", [somebody.id])).toEqual([]);
  const { data } = await ask(
    `query ($id: ID!) { contribution(id: $id) { body status authorName } contributions(filter: { search: "zinzolin" }) { totalCount } }`,
    { id: somebody.contribution.id },
  );
  expect(data).toEqual({
    contribution: { body: "", status: "WITHDRAWN", authorName: null },
    contributions: { totalCount: 0 },
  });
  const [entry] = await rows("select data from journal_entry where event = 'person.erased' and subject_id = $1", [
    somebody.id,
  ]);
  expect(entry.data).toEqual({ mode: "REMOVE_ALL" });
});

test("an account that leaves its texts leaves them without its name, and keeps nothing else", async () => {
  const somebody = await everywhere();
  expect(await somebody.erase("KEEP_TEXTS")).toEqual([]);
  expect(await found(new RegExp(somebody.name))).toEqual([]);
  expect(await found(new RegExp(somebody.email))).toEqual([]);
  const [text] = await rows("select body, author_name, appearance from contribution where id = $1", [
    somebody.contribution.id,
  ]);
  expect(text).toEqual({ body: "Zinzolin : se connaître.", author_name: null, appearance: "ANONYMOUS" });
  await api.act("withdrawResponse", { code: somebody.code });
  await rows("update minutes_correction set text = '', why = null");
});

test("the page of what is kept offers to erase a response once, and says so after it is withdrawn", async () => {
  const response = await api.sent({ text: "Un vivier de semences." });
  const withdrawn = async () =>
    (await api.ask("query ($code: String) { personalData(code: $code) { withdrawn } }", { code: response.code })).data
      .personalData.withdrawn;
  expect(await withdrawn()).toBe(false);
  await api.act("withdrawResponse", { code: response.code });
  expect(await withdrawn()).toBe(true);
});

test("the page of what is kept offers no erasure to a code that others saw on paper, which only reads", async () => {
  const { id, code } = await api.sent({ text: "Un pressoir de hameau." });
  const reads = async () =>
    (await api.ask("query ($code: String) { personalData(code: $code) { readingOnly } }", { code })).data.personalData;
  expect(await reads()).toEqual({ readingOnly: false });
  await rows("update response set entered_by_id = $2, channel = 'PAPER' where id = $1", [
    id,
    await personWith(api.database, ["REFERENT"]),
  ]);
  expect(await reads()).toEqual({ readingOnly: true });
});

test("whoever holds a receipt takes their name off a response, whose words stay", async () => {
  const response = await api.sent({ text: "Bisque." }, { appearance: "NAMED", authorName: "Bisque Nom" });
  expect((await api.act("unnameResponse", { code: response.code }, "appearance authorName")).receipt).toEqual({
    appearance: "ANONYMOUS",
    authorName: null,
  });
  expect(await found(/Bisque Nom/)).toEqual([]);
});

test("the last administrator does not go before another one is there", async () => {
  const somebody = await everywhere();
  await rows("insert into role_grant (person_id, role) values ($1, 'ADMINISTRATOR')", [somebody.id]);
  expect(await somebody.erase("KEEP_TEXTS")).toEqual(["LAST_ADMINISTRATOR"]);
  expect(await found(new RegExp(somebody.email))).toContain("person");
  await personWith(api.database, ["ADMINISTRATOR"]);
  expect(await somebody.erase("REMOVE_ALL")).toEqual([]);
});

test("a database that was restored from before is erased again, from ids alone", async () => {
  const [gone, alone] = [await everywhere(), await api.sent({ text: "Bisque seule." })];
  const kept = file();
  const erasures = [
    { event: "person.erased", subjectId: gone.id, data: { mode: "REMOVE_ALL" } },
    { event: "response.withdrawn", subjectId: alone.id, data: {} },
    { event: "response.withdrawn", subjectId: randomUUID(), data: {} },
  ];
  writeFileSync(kept, erasures.map((one) => `${JSON.stringify(one)}\n`).join(""));
  expect((await keepErasures(api.database, kept, erases)).again).toBe(2);
  expect(await found(/zinzolin|bisque seule/i)).toEqual([]);
  // Each erasure is noted there once, without any words.
  const told = file();
  const { added: lines } = await keepErasures(api.database, told, erases);
  expect(lines).toBeGreaterThan(3);
  expect(await keepErasures(api.database, told, erases)).toEqual({ again: 0, added: 0 });
  expect(erasuresIn(told).map(({ subjectId }) => subjectId)).toEqual(expect.arrayContaining([gone.id, alone.id]));
  expect(JSON.stringify(erasuresIn(told))).not.toMatch(/zinzolin|bisque|@/i);
});

test("over three years each thing goes when it was said to go, and the journal counts it without a word", async () => {
  const somebody = await everywhere();
  const left = await api.sent({ text: "Garance." }, { followUpEmail: "garance@exemple.fr" });
  await rows(
    "update response set paper_reference = 'garance-1', batch = 'garance', collected_by = 'garance' where id = $1",
    [left.id],
  );
  await rows(
    `insert into milestone (group_id, position, kind, label, starts_on, ends_on, planned_starts_on, planned_ends_on)
     values ($1, 99, 'PRESENTATION', 'Présentation', current_date + 10, current_date + 10, current_date, current_date)`,
    [api.small.group.id],
  );
  await rows(
    `insert into report (kind, text_id, group_id, reason, note, words_digest, reporter_digest, reported_on)
     values ('CONTRIBUTION', $1, $2, 'INSULT', 'garance', 'x', 'garance', current_date)`,
    [somebody.contribution.id, api.small.group.id],
  );
  await rows("insert into known_device values ('garance', current_date)");
  await rows(
    `insert into reaction (key, subject, subject_id, kind, text, status, reacted_on, author_digest)
     values ('k', 'KEY_POINT', $1, 'SUPPORT', 'x', 'VISIBLE', current_date, 'garance')`,
    [randomUUID()],
  );
  await rows("insert into rate_window values ('garance', 1, now() + interval '1 hour')");
  const unproven = await personWith(api.database, []);
  const at = async (days: number) => {
    const counts = await purgeAll(api.database, new Date(Date.now() + days * 86_400_000), purges);
    return Object.keys(counts);
  };
  const first = await at(0);
  expect(first).not.toContain("account");
  expect(await at(1 / 12)).toEqual(expect.arrayContaining(["address", "signInLink"]));
  expect(await at(2)).toEqual(expect.arrayContaining(["attendance", "session"]));
  expect(await at(31)).toEqual(expect.arrayContaining(["mail", "unconfirmed"]));
  expect(await rows("select from person where id = $1 and email is not null", [unproven])).toEqual([]);
  expect(await at(40)).toEqual(["invitation"]);
  expect(await at(150)).toEqual([]);
  expect(await rows("select from follow")).not.toEqual([]);
  expect(await at(200)).toContain("followUp");
  expect(await at(370)).toEqual(expect.arrayContaining(["paper", "report", "device", "candidacy"]));
  expect(await at(450)).toEqual(["mail"]);
  expect(await found(/garance(?!\.)/)).toEqual([]);
  expect(await at(710)).not.toContain("account");
  expect((await rows("select warned_on from person where id = $1", [somebody.id]))[0].warned_on).not.toBeNull();
  expect(await found(new RegExp(somebody.email))).toContain("person");
  expect(await at(745)).toContain("account");
  expect((await at(3 * 366)).filter((what) => what !== "consent")).toEqual([]);
  expect(await found(new RegExp(`${somebody.email}|${somebody.name}`))).toEqual([]);
  const told = await rows("select data, actor_id from journal_entry where event = 'retention.purged'");
  expect(told.length).toBeGreaterThan(10);
  for (const { data, actor_id } of told) {
    expect(Object.keys(data).toSorted()).toEqual(["count", "what"]);
    expect(data.count).toBeGreaterThan(0);
    expect(actor_id).toBeNull();
  }
});
