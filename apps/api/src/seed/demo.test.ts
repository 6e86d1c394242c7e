import { describe, expect, test } from "vitest";
import { testApi } from "../../test/site/api.ts";
import { added } from "../../test/rows/builders.ts";
import { seededApi } from "../../test/site/demo.ts";
import { Persons } from "../domain/ground/person/person.entity.ts";
import { receiptCode } from "../domain/listen/response/codes.ts";
import { typedDigest } from "../platform/code.ts";
import { validateDefinition } from "@cahier/schema/questionnaire/validate";
import { definitionOf } from "../domain/listen/questionnaire/definition.ts";
import { openDatabase } from "../platform/data/database.ts";
import { tables } from "../app.ts";
import { seedDemo } from "./demo.ts";

describe("the demonstration, today", () => {
  const api = seededApi();
  const rows = <Row = Record<string, unknown>>(sql: string) => api.database.query<Row[]>(sql);
  const counts = async (sql: string) =>
    Object.fromEntries((await rows<{ key: string; n: number }>(sql)).map(({ key, n }) => [key, n]));

  test("103 responses came, 13 of them to the questionnaire that is open", async () => {
    const byQuestionnaire = await counts(
      "select q.number::text as key, count(*)::int as n from response r join questionnaire q on q.id = r.questionnaire_id group by 1",
    );
    expect(byQuestionnaire).toEqual({ 1: 30, 2: 30, 3: 30, 4: 13 });
    expect(await rows("select slug from questionnaire where now() between opens_at and closes_at")).toEqual([
      { slug: "questionnaire-4" },
    ]);
  });

  test("two questions were reworded while people answered: each answer says which wording it was given to", async () => {
    const given = await rows(
      `select q.code, v.label = q.label as "asNow", v.reason is not null as reworded, count(*)::int as answers
       from question q join question_revision v on v.question_id = q.id
       join answer a on a.question_id = q.id and a.question_revision = v.revision
       where q.revision = 2 group by 1, 2, 3 order by 1, 3`,
    );
    expect(given).toEqual([
      { code: "3.6", asNow: false, reworded: false, answers: 18 },
      { code: "3.6", asNow: true, reworded: true, answers: 12 },
      { code: "4.5", asNow: false, reworded: false, answers: 7 },
      { code: "4.5", asNow: true, reworded: true, answers: 5 },
    ]);
    const [third] = await rows<{ id: string }>("select id from questionnaire where slug = 'questionnaire-3'");
    const asked = await definitionOf(api.database.manager, third!.id, 1);
    expect(asked!.questions.find(({ code }) => code === "3.6")).toMatchObject({
      label: "Qui peut le résoudre\u202F?",
      revision: 1,
    });
  });

  test("one may begin from a template, in which nothing is missing, and which nobody else sees", async () => {
    const [{ id }] = (await rows<{ id: string }>("select id from questionnaire where template")) as [{ id: string }];
    expect(validateDefinition((await definitionOf(api.database.manager, id))!.definition)).toEqual([]);
    const { data } = await api.ask(`{ questionnaire(slug: "modele-initiatives") { id } }`);
    expect(data.questionnaire).toBeNull();
  });

  test("54 key points are stated, by 175 passages", async () => {
    const byObjective = await counts(
      "select o.number::text as key, count(*)::int as n from key_point k join objective o on o.id = k.objective_id where k.state = 'STATED' group by 1",
    );
    expect(byObjective).toEqual({ 1: 14, 2: 13, 3: 17, 4: 10 });
    expect(await rows("select count(*)::int as n from key_point_passage")).toEqual([{ n: 175 }]);
  });

  test("three syntheses are published, five proposals are open and three are drafts", async () => {
    expect(await counts("select state as key, count(*)::int as n from synthesis group by 1")).toEqual({ PUBLISHED: 3 });
    expect(await counts("select state as key, count(*)::int as n from proposal group by 1")).toEqual({
      OPEN: 5,
      DRAFT: 3,
    });
  });

  test("of five handovers two have a reply, one waits, one is eight days late, one is a first contact", async () => {
    const states = await counts(
      `with read_on as (select (date '2012-06-20' + 7 * shift_weeks) as day from working_group)
       select case when replied_on is not null then 'replied' when handed_over_on is null then 'contacted'
         when reply_by < day then 'late by ' || day - reply_by else 'waiting' end as key, count(*)::int as n
       from handover, read_on group by 1`,
    );
    expect(states).toEqual({ replied: 2, waiting: 1, "late by 8": 1, contacted: 1 });
  });

  test("the coming meetings are announced with their agenda, and have no minutes", async () => {
    const coming = await rows(
      `select m.slug, count(a.id)::int as items, m.participants, i.id as minutes from meeting m
       left join agenda_item a on a.meeting_id = m.id left join minutes i on i.meeting_id = m.id
       cross join working_group g
       where m.starts_at >= date '2012-06-21' + 7 * g.shift_weeks group by m.id, i.id order by m.slug`,
    );
    expect(coming).toEqual([
      { slug: "locale-6", items: 0, participants: null, minutes: null },
      { slug: "locale-7", items: 0, participants: null, minutes: null },
      { slug: "reunion-5", items: 6, participants: null, minutes: null },
    ]);
  });

  test("nothing that was done is dated later than today", async () => {
    const done = {
      response: ["submitted_on", "submitted_at"],
      contribution: ["contributed_on", "not_retained_on"],
      reading: ["read_at"],
      passage: ["marked_at"],
      key_point: ["stated_on"],
      synthesis_version: ["published_at"],
      minutes: ["published_at"],
      proposal: ["created_on"],
      handover: ["contacted_on", "handed_over_on", "replied_on"],
      reaction: ["reacted_on"],
      document: ["published_on"],
      milestone: ["done_on"],
      initiative_contribution: ["linked_on"],
    };
    const late = Object.entries(done).flatMap(([table, columns]) =>
      columns.map((column) => {
        const now = column.endsWith("_on") ? "(now() at time zone 'Europe/Paris')::date" : "now()";
        return `select '${table}.${column}' as late from "${table}" where ${column} > ${now}`;
      }),
    );
    expect(await rows(late.join(" union all "))).toEqual([]);
  });

  test("a passage is what its contribution says there, and nothing unpublished has one", async () => {
    const passages = await rows<{ quote: string; body: string; from: number; to: number; status: string }>(
      `select p.quote, c.body, p.starts_at as from, p.ends_at as to, c.status
       from passage p join contribution c on c.id = p.contribution_id`,
    );
    expect(passages.length).toBeGreaterThan(160);
    for (const { quote, body, from, to, status } of passages)
      expect([body.slice(from, to), status]).toEqual([quote, "VISIBLE"]);
  });

  test("every stated key point stands on two people at least, and every citation on a stated key point", async () => {
    expect(
      await rows(
        `select k.sentence from key_point k join key_point_passage l on l.key_point_id = k.id
         join passage p on p.id = l.passage_id join contribution c on c.id = p.contribution_id
         group by k.id having count(distinct c.response_id) < 2`,
      ),
    ).toEqual([]);
    const [{ n }] = await api.database.query<[{ n: number }]>(
      `select count(*)::int as n from synthesis_paragraph p
       where not exists (select from citation c where c.paragraph_id = p.id)
         and not exists (select from passage_citation c where c.paragraph_id = p.id)`,
    );
    expect(n).toBe(0);
  });

  test("the rapporteur has texts to read: those of the last days, and those that led nowhere", async () => {
    const unread = await rows<{ key: string; n: number }>(
      `select r.key, count(*)::int as n from contribution c join response r on r.id = c.response_id
       where not exists (select from reading where contribution_id = c.id) group by 1 order by 1`,
    );
    const old = ["c1-26", "c1-27", "c2-02", "c2-07", "c2-23", "c2-29"];
    const late = ["c4-07", "c4-08", "c4-09", "c4-11", "c4-12"];
    expect(unread.map(({ key }) => key.replace("demo-", ""))).toEqual([...old, ...late]);
    expect(unread.reduce((sum, { n }) => sum + n, 0)).toBe(16);
  });

  test("a time is kept only of those who appear under a name", async () => {
    expect(
      await rows(
        `select appearance, author_name is null as nameless, submitted_at is null as timeless, count(*)::int as n
         from response group by 1, 2, 3 order by 1`,
      ),
    ).toEqual([
      { appearance: "ANONYMOUS", nameless: true, timeless: true, n: 8 },
      { appearance: "NAMED", nameless: false, timeless: false, n: 94 },
      { appearance: "UNPUBLISHED", nameless: true, timeless: true, n: 1 },
    ]);
  });

  test("every response is found by its receipt code", async () => {
    for (const { id, digest } of await rows<{ id: string; digest: string }>(
      "select id, receipt_digest as digest from response",
    ))
      expect(typedDigest(receiptCode(id))).toBe(digest);
  });

  test("the problems of the third synthesis are the options of the fourth questionnaire", async () => {
    const [{ settings }] = await api.database.query<[{ settings: { options: { keyPointId: string }[] } }]>(
      "select settings from question where code = '4.1'",
    );
    const ids = settings.options.map(({ keyPointId }) => keyPointId);
    const found = await api.database.query<{ nature: string }[]>("select nature from key_point where id = any($1)", [
      ids,
    ]);
    expect(found.map(({ nature }) => nature)).toEqual(Array.from({ length: 9 }, () => "PROBLEM"));
  });

  test("all of it says that it is fictional", async () => {
    const marked = await rows<{ table: string }>(
      `select table_name as table from information_schema.columns
       where table_schema = 'public' and column_name = 'fictional'`,
    );
    for (const { table } of marked) expect(await rows(`select from "${table}" where not fictional`)).toEqual([]);
  });

  test("no line of its texts begins with a punctuation mark: the space before it is a no-break space", async () => {
    const columns = await rows<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
       where table_schema = 'public' and data_type in ('text', 'jsonb')`,
    );
    const found = columns.map(
      ({ table, column }) =>
        `select '${table}.${column}: ' || ("${column}"::text) as said from "${table}"
         where "${column}"::text ~ '[[:alpha:]»)] (?:[:;?!»](?=[^[:alnum:]]|$))|« '`,
    );
    expect(columns.length).toBeGreaterThan(100);
    expect(await rows(found.join(" union all "))).toEqual([]);
  });

  test("a second start leaves it as it is", async () => {
    expect(await seedDemo(api.database)).toBe(false);
  });
});

describe("a database", () => {
  const api = testApi();

  test("that a real person uses is left alone", async () => {
    const { id } = await added(api.database, Persons, { email: "somebody@example.org" });
    expect(await seedDemo(api.database)).toBe(false);
    await api.database.manager.delete(Persons, id);
  });

  test("is seeded once by two processes that start together", async () => {
    // As a start does: one waits as long as the other takes.
    const { url } = api.database.options as { url: string };
    const both = await Promise.all([0, 1].map(() => openDatabase(url, tables, { patient: true })));
    const seeded = await Promise.all(both.map((database) => seedDemo(database)));
    await Promise.all(both.map((database) => database.destroy()));
    expect(seeded.filter(Boolean)).toEqual([true]);
  });
});
