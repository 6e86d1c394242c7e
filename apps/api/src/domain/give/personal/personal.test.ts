import { text as read } from "node:stream/consumers";
import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { acting } from "../../../../test/acts/acting.ts";
import { plant } from "../../../../test/private/plant.ts";
import { type Subject, subjectOfCode, subjectOfViewer } from "./personal.queries.ts";
import { personalFile } from "./personal.files.ts";
import { personalCounts, personalPlan, personalRows, type Row } from "./personal.rows.ts";
import { owned, referencesTo, withheld } from "./references.ts";
import { keepFollow } from "../../listen/follow/follow.writes.ts";
import { receiptCode, receiptDigest } from "../../listen/response/codes.ts";
import { type Followed, linkDigest } from "../../../platform/linkCode.ts";
import { viewerOf } from "../../../platform/viewer.ts";

const api = seededApi();
const act = acting(api);
const query = <Found = any>(text: string, values: unknown[] = []) => api.database.query<Found[]>(text, values);

/** Rows of the database that refer to somebody by a foreign key, counted apart from how the file finds them. */
async function counted(ids: Map<string, string[]>) {
  const counts = new Map<string, Set<string>>();
  const references = await referencesTo(api.database.manager, ["person", ...owned]);
  const queue = [...ids];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [target, values] = next;
    for (const { table, column } of references.filter((one) => one.target === target)) {
      const rows = await query<{ place: string; id: string }>(
        `select ctid::text as place, to_jsonb(it) ->> 'id' as id from "${table}" it where "${column}" = any($1)`,
        [values],
      );
      const seen = counts.get(table) ?? new Set();
      counts.set(table, seen);
      const fresh = rows.filter(({ place }) => !seen.has(place));
      for (const { place } of fresh) seen.add(place);
      if (target !== "person" && (owned as readonly string[]).includes(table) && fresh.length > 0)
        queue.push([table, fresh.map(({ id }) => id)]);
    }
  }
  return counts;
}

async function isWhole(subject: Subject, ids: Map<string, string[]>) {
  const started = performance.now();
  const { manager } = api.database;
  const plan = await personalPlan(manager, subject);
  const rows = new Map<string, Row[]>();
  for await (const page of personalRows(manager, plan))
    rows.set(page.table, [...(rows.get(page.table) ?? []), ...page.rows]);
  const counts = await personalCounts(manager, plan);
  expect([...counts].filter(([table, count]) => count !== (rows.get(table)?.length ?? 0))).toEqual([]);
  expect(performance.now() - started).toBeLessThan(60_000);
  const wanted = await counted(ids);
  const short = [...wanted].filter(([table, all]) => (rows.get(table)?.length ?? 0) < all.size).map(([table]) => table);
  expect(short).toEqual([]);
  return rows;
}

test("the file of an account has every row that refers to it, and nobody else", async () => {
  await plant(api.database);
  const [{ id }] = await query(
    `select p.id from person p join role_grant g on g.person_id = p.id group by 1
     order by (select count(*) from journal_entry j where j.actor_id = p.id) desc, p.id limit 1`,
  );
  await query("update person set email_verified = true where id = $1", [id]);
  // The planted rows are of the first person: they become theirs.
  const first = (await query("select opened_by_id as id from minority_position limit 1"))[0].id;
  await query("update minority_position set opened_by_id = $1 where opened_by_id = $2", [id, first]);
  await query("update person set email = 'canary-' || id || '@example.org', display_name = 'canary-' || id");
  const [{ id: responseId }] = await query("select id from response order by id limit 1");
  // The demonstration may have given it to somebody.
  await query("delete from follow");
  await keepFollow(api.database.manager, { kind: "ACCOUNT", responseId, value: id });
  const subject = await subjectOfViewer(api.database.manager, viewerOf({ id, displayName: "", language: "fr" }, []));
  const rows = await isWhole(
    subject!,
    new Map([
      ["person", [id]],
      ["response", [responseId]],
    ]),
  );
  expect(rows.get("response")).toHaveLength(1);
  const whole = JSON.stringify([...rows]);
  const others = await query<{ id: string }>("select id from person where id <> $1", [id]);
  expect(others.filter((other) => whole.includes(other.id))).toEqual([]);
  expect(whole).toContain(`canary-${id}@example.org`);
  expect(
    [...rows.values()]
      .flat()
      .flatMap((row) => Object.keys(row))
      .filter((name) => withheld.test(name)),
  ).toEqual([]);
});

test("the file of a receipt has every row that refers to its response, its texts and their passages", async () => {
  const [{ id }] = await query(
    `select c.response_id as id from contribution c join passage p on p.contribution_id = c.id
     where c.response_id is not null group by 1 order by count(*) desc, 1 limit 1`,
  );
  await query("update response set receipt_digest = $2 where id = $1", [id, receiptDigest(id)]);
  await keepFollow(api.database.manager, { kind: "ADDRESS", responseId: id, value: "a@exemple.fr" });
  const subject = await subjectOfCode(api.database.manager, receiptCode(id).toLowerCase());
  const rows = await isWhole(subject!, new Map([["response", [id]]]));
  expect(rows.get("follow")).toEqual([{ kind: "ADDRESS", response_id: id, address: "a@exemple.fr" }]);
  expect(rows.get("passage")!.length).toBeGreaterThan(0);
  const whole = JSON.stringify([...rows]);
  const others = await query<{ id: string }>(`select id from response where id <> $1 union all select id from person`, [
    id,
  ]);
  expect(others.filter((other) => whole.includes(other.id))).toEqual([]);
  expect(await subjectOfCode(api.database.manager, "0000-0000-0000-0000")).toBeNull();
});

test("a code that others saw on paper tells nobody the address of whoever said it", async () => {
  const [{ id, body }] = await query(
    "select r.id, c.body from response r join contribution c on c.response_id = r.id where c.body <> '' order by r.id desc limit 1",
  );
  const [somebody] = await query<{ id: string }>("select id from person limit 1");
  await query("update response set entered_by_id = $2, receipt_digest = $3, channel = 'PAPER' where id = $1", [
    id,
    somebody!.id,
    receiptDigest(id),
  ]);
  await keepFollow(api.database.manager, { kind: "ADDRESS", responseId: id, value: "elle@exemple.fr" });
  await query(
    "insert into listener (subject, subject_id, address, language) values ('RESPONSE', $1, 'elle@exemple.fr', 'fr')",
    [id],
  );
  const subject = await subjectOfCode(api.database.manager, receiptCode(id));
  const plan = await personalPlan(api.database.manager, subject!);
  const given: object[] = [];
  for await (const { table, rows } of personalRows(api.database.manager, plan)) given.push({ table, rows });
  expect(given).toContainEqual({ table: "follow", rows: [{ kind: "ADDRESS", response_id: id }] });
  expect(JSON.stringify(given)).toContain(JSON.stringify(body).slice(1, -1));
  expect(JSON.stringify(given)).not.toContain("elle@exemple.fr");
});

test("passages that a rapporteur marked are their acts, and no responses of theirs", async () => {
  const [{ id, marked }] = await query(
    `select marked_by_id as id, count(*)::int as marked from passage where marked_by_id is not null
     group by 1 order by 2 desc limit 1`,
  );
  await query("delete from follow");
  const viewer = viewerOf({ id, displayName: "", language: "fr" }, []);
  const { data } = await api.ask("{ personalData { parts { name rows } } }", {}, viewer);
  const rows = new Map<string, number>(
    data.personalData.parts.map((it: { name: string; rows: number }) => [it.name, it.rows]),
  );
  expect(rows.has("response")).toBe(false);
  expect(rows.get("act")).toBeGreaterThanOrEqual(marked);
  // Their files say so in words, in the language of whoever takes them away.
  const { manager } = api.database;
  const subject = await subjectOfViewer(manager, viewer);
  const fileIn = async (format: "json" | "csv", language: "fr" | "en") => {
    const pages = personalRows(manager, await personalPlan(manager, subject!));
    return read(personalFile(pages, format, "2026-01-01", language));
  };
  const { tables } = JSON.parse(await fileIn("json", "en"));
  expect(tables.person[0].keptAs).toBe("Your account");
  expect(new Set(tables.passage.map((it: { keptAs: string }) => it.keptAs))).toEqual(new Set(["The journal of acts"]));
  const lines = (await fileIn("csv", "fr")).split("\r\n");
  expect(lines[1]).toBe('"Ce que c’est";"Table";"Ligne";"Colonne";"Valeur"');
  expect(lines).toContain(`"Votre compte";"person";"1";"id";"${id}"`);
});

test("the file of somebody of 20,000 rows is written page by page, in less than a minute", async () => {
  const { manager } = api.database;
  const [{ id }] = await query("insert into person (email, display_name) values ('many@exemple.fr', 'x') returning id");
  for (let n = 0; n < 18; n++)
    await query(
      `insert into journal_entry (event, subject_type, actor_id, recorded_on, recorded_at)
       select 'a.b', 'a', $1, now(), now() from generate_series(1, 1111)`,
      [id],
    );
  await query("insert into second_factor (person_id, recovery_digest) values ($1, '{canary}')", [id]);
  const subject = await subjectOfViewer(manager, viewerOf({ id, displayName: "", language: "fr" }, []));
  const started = performance.now();
  const plan = await personalPlan(manager, subject!);
  const counts = await personalCounts(manager, plan);
  expect([counts.get("person"), counts.get("journal_entry"), counts.get("second_factor")]).toEqual([1, 19_998, 1]);
  const most: number[] = [];
  async function* pages() {
    for await (const page of personalRows(manager, plan)) {
      most.push(page.rows.length);
      yield page;
    }
  }
  let whole = "";
  for await (const part of personalFile(pages(), "json", "2026-01-01", "en")) whole += String(part);
  const seconds = (performance.now() - started) / 1000;
  console.info(`my data: 20,000 rows, ${whole.length} characters, ${seconds.toFixed(1)} s`);
  expect(seconds).toBeLessThan(60);
  expect(Math.max(...most)).toBe(500);
  const { tables } = JSON.parse(whole);
  expect([tables.person.length, tables.journal_entry.length]).toEqual([1, 19_998]);
  expect(whole).not.toContain("canary");
});

const withdrawals = [
  ["reaction", "PROPOSAL", "withdrawReaction"],
  ["supply", "PROPOSAL", "withdrawSupply"],
  ["amendment", "PROPOSAL", "withdrawAmendment"],
  ["initiative", "INITIATIVE", "withdrawInitiative"],
  ["attendance", "MEETING", "withdrawAttendance"],
] as const;

test.each(withdrawals)(
  "the holder of a text (%s) is led to its private link, where it is taken back",
  async (...kind) => {
    const [table, link, mutation] = kind;
    const code = `code-of-${table}`;
    const digest = linkDigest(table satisfies Followed, code);
    const [[{ row }]] = await query(
      `update ${table} set code_digest = $1 where ctid = (select min(ctid) from ${table}) returning to_jsonb(${table}) as row`,
      [digest],
    );
    // Words said in the name of an organisation take its account as well.
    if (table === "supply")
      await query("update contribution set organisation_id = null where id = $1", [row.contribution_id]);
    const { data } = await api.ask("query ($code: String) { personalData(code: $code) { privateLink } }", { code });
    expect(data.personalData).toEqual({ privateLink: link });
    for (const _ of ["once", "twice"]) expect(await act(mutation, { code })).toEqual({ problems: [] });
    if (table === "attendance") return;
    const [home, id] = table === "supply" ? ["contribution", row.contribution_id] : [table, row.id];
    expect(await query(`select status from ${home} where id = $1`, [id])).toEqual([{ status: "WITHDRAWN" }]);
  },
);
