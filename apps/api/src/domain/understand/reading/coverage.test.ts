import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { letGo, statementsOf } from "../../../../test/site/statements.ts";
import { sharesOf, type Stages } from "./coverage.queries.ts";
import { allCited, cited as citedTexts } from "./reading.filter.ts";

const api = seededApi();

const fields = `whole { texts read marked cited } withoutFollowUp
  regions { region { slug } share { texts read marked cited } } channels { channel share { texts read marked cited } }`;
const of = async (slug: string) =>
  (await api.ask(`query ($slug: String!) { objective(slug: $slug) { readingCoverage { ${fields} } } }`, { slug })).data
    .objective.readingCoverage;

test("anybody reads how far the texts of an objective were read, marked and cited, and the responses that led nowhere", async () => {
  const { whole, withoutFollowUp } = await of("objectif-1");
  const [row] = await api.database.query<[{ texts: number; read: number; marked: number }]>(
    `select count(*)::int as texts,
       (count(*) filter (where c.id in (select contribution_id from reading)))::int as read,
       (count(*) filter (where c.id in (select contribution_id from passage)))::int as marked
     from contribution c join objective o on o.id = c.objective_id
     where o.slug = 'objectif-1' and c.status in ('VISIBLE', 'UNPUBLISHED')`,
  );
  expect(whole).toMatchObject(row);
  expect(whole.cited).toBeGreaterThan(0);
  expect(whole.cited).toBeLessThanOrEqual(whole.marked);
  // Contributions that the pack leaves without an answer to the end, on purpose.
  expect(withoutFollowUp).toBe(3);
});

test("regions and channels add up to the whole; no count under five is told in either, nor by what the others leave", async () => {
  const { whole, regions, channels } = await of("objectif-1");
  for (const rows of [regions, channels]) {
    const shares = rows.map(({ share }: { share: object }) => share);
    expect(shares.reduce((all: number, { texts }: { texts: number }) => all + texts, 0)).toBe(whole.texts);
    for (const { texts, read, marked, cited } of shares) {
      const told = [texts, read, marked, cited].filter((count) => count !== null);
      for (const [index, count] of told.slice(1).entries()) {
        expect(count).toBeGreaterThanOrEqual(5);
        expect(index === 0 || told[index]! - count >= 5).toBe(true);
      }
    }
  }
});

test("a share counts the stages that come after, and is null where one of them is hidden", () => {
  const rows: Stages[] = [
    [10, 20, 30, 40],
    [20, 20, 20, 20],
    [8, 9, 2, 12],
    [9, 8, 3, 13],
  ];
  const shares = sharesOf(rows);
  expect(shares[0]).toEqual({ texts: 100, read: 90, marked: 70, cited: 40 });
  expect(shares[2]).toEqual({ texts: 31, read: null, marked: null, cited: 12 });
});

test("texts that are only counted, hidden or withdrawn are not among them, nor blocks of minutes", async () => {
  const { whole } = await of("objectif-2");
  await api.database.query(
    `update contribution set status = 'HIDDEN' where id = (select c.id from contribution c
       join objective o on o.id = c.objective_id where o.slug = 'objectif-2' and c.status = 'VISIBLE' order by c.id limit 1)`,
  );
  await api.database.query(
    `insert into contribution (id, minutes_block_id, theme_id, objective_id, channel, body, status, appearance, contributed_on)
     select b.id, b.id, g.theme_id, o.id, 'MINUTES', b.text, 'VISIBLE', 'ANONYMOUS', current_date
     from minutes_block b, objective o join working_group g on g.id = o.group_id where o.slug = 'objectif-2' limit 1`,
  );
  expect((await of("objectif-2")).whole.texts).toBe(whole.texts - 1);
});

test("all the objectives of a group cost as many statements as one", async () => {
  await letGo(api.database);
  const statements = await statementsOf(() => api.ask(`{ group { objectives { readingCoverage { ${fields} } } } }`));
  expect(statements.filter((text) => text.includes("end as stage"))).toHaveLength(1);
  expect(statements.filter((text) => text.includes("from objective o where o.id = any"))).toHaveLength(1);
});

test("which texts are cited is asked once, until somebody acts; who answers meanwhile is counted", async () => {
  const asks = async () => (await statementsOf(() => of("objectif-2"))).filter((text) => text.includes("3 as stage"));
  await letGo(api.database);
  expect(await asks()).toHaveLength(1);
  expect(await asks()).toEqual([]);
  const { whole } = await of("objectif-2");
  await api.database.query(
    `insert into contribution (theme_id, objective_id, channel, body, status, appearance, contributed_on)
     select g.theme_id, o.id, 'EMAIL', 'Un mot.', 'VISIBLE', 'ANONYMOUS', current_date
     from objective o join working_group g on g.id = o.group_id where o.slug = 'objectif-2'`,
  );
  expect(await asks()).toEqual([]);
  expect((await of("objectif-2")).whole).toEqual({ ...whole, texts: whole.texts + 1 });
  const [{ id }] = await api.database.query<[{ id: string }]>(
    `select s.contribution_id as id from (${citedTexts()}) s join contribution c on c.id = s.contribution_id and c.status = 'VISIBLE'
     join objective o on o.id = c.objective_id and o.slug = 'objectif-2' where c.minutes_block_id is null order by 1 limit 1`,
  );
  await api.database.query("update contribution set status = 'HIDDEN' where id = $1", [id]);
  expect((await of("objectif-2")).whole).toMatchObject({ texts: whole.texts, cited: whole.cited! - 1 });
});

test("how many texts of the desk are cited is asked once too, group by group", async () => {
  const rapporteur = await holderOf(api.database, "RAPPORTEUR");
  const asks = async () =>
    (await statementsOf(() => api.ask("{ readingDesk { cited read } }", {}, rapporteur))).filter((text) =>
      text.includes("as cited"),
    );
  await letGo(api.database);
  expect(await asks()).toHaveLength(1);
  expect(await asks()).toEqual([]);
});

test("the texts that are cited are the same read together and asked for one by one, whoever may read them", async () => {
  const idsOf = (select: string) =>
    api.database.query<object[]>(`select contribution_id from (${select}) s order by 1`);
  const before = await idsOf(citedTexts());
  expect(before.length).toBeGreaterThan(3);
  expect(await idsOf(allCited())).toEqual(before);
  // Beside a link stands no text that is for the team alone: those linked since are looked up.
  const some = `select contribution_id from (${citedTexts()}) s order by 1 limit 3`;
  await api.database.query(`update contribution set status = 'UNPUBLISHED' where id in (${some})`);
  await api.database.query("update key_point_passage set passage_id = passage_id");
  expect(await api.database.query("select from key_point_passage where text_id is null")).not.toEqual([]);
  expect(await idsOf(citedTexts())).toEqual(before);
  expect(await idsOf(allCited())).toEqual(before);
});
