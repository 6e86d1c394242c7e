/** Statements that a connection plans once: it keeps that plan, whatever comes to be there, and whatever is asked. */
import { expect, test } from "vitest";
import type { QueryRunner } from "typeorm";
import { seededApi } from "../site/demo.ts";
import { prepared } from "../../src/platform/data/statement.ts";
import { statementsSent } from "./sent.ts";

const api = seededApi();

/** One connection, whose work is given up. */
async function alone<Found>(work: (db: QueryRunner) => Promise<Found>): Promise<Found> {
  const db = api.database.createQueryRunner();
  await db.connect();
  await db.startTransaction();
  try {
    return await work(db);
  } finally {
    await db.rollbackTransaction();
    await db.release();
  }
}

/** Responses that were read one after the other since the transaction began. */
const readInTurn = async (db: QueryRunner) => {
  const [row] = (await db.query(
    "select seq_tup_read::int as read from pg_stat_xact_user_tables where relname = 'response'",
  )) as [{ read: number }];
  return row.read;
};

test("the response of a text that is written is looked up by its id, by a connection that planned while responses were few", async () => {
  const read = await alone(async (db) => {
    const send = () =>
      db.query(
        `insert into contribution (theme_id, objective_id, response_id, channel, body, status, appearance, territory_id, region_id, contributed_on)
         select theme_id, objective_id, response_id, channel, 'Mot.', status, appearance, territory_id, region_id, contributed_on
         from contribution where id = $1`,
        [id],
      );
    const [{ id }] = (await db.query(
      "select id from contribution where response_id is not null and status = 'VISIBLE' order by id limit 1",
    )) as [{ id: string }];
    await send();
    const before = await readInTurn(db);
    await send();
    const [{ many }] = (await db.query("select count(*)::int as many from response")) as [{ many: number }];
    return { many, rows: (await readInTurn(db)) - before - many };
  });
  // The foreign key alone looks for it, which PostgreSQL checks as it likes: counting read all of them twice more.
  expect(read.rows).toBeLessThanOrEqual(read.many);
});

test("a named statement is planned once, however few ids it is asked for; with these in sight, each time", async () => {
  const plans = (name: string, ids: string) =>
    api.database.transaction(async (tx) => {
      await tx.query("set local plan_cache_mode = auto");
      const text = `select it.id from contribution it where it.id = any(${ids})`;
      for (let time = 0; time < 9; time++) await prepared(tx, name, text, [["01380730-4400-7000-9800-000000000000"]]);
      const [counted] = await tx.query<object[]>(
        "select generic_plans::int as kept, custom_plans::int as made from pg_prepared_statements where name = $1",
        [name],
      );
      return counted;
    });
  // PostgreSQL begins to keep a plan once five others cost no less.
  expect(await plans("texts of ids", "$1::uuid[]")).toEqual({ kept: 4, made: 5 });
  expect(await plans("texts of ids in sight", "cast($1 as uuid[])")).toEqual({ kept: 0, made: 9 });
});

/** Statements that were planned at each call, which took as long as their answer. */
const once = ["synthesis: citation counts", "proposal: parts", "proposal: sources to link", "proposal: ground"];

test("statements that were planned at each call are planned once: a plan for what is asked would cost no less than that for anything", async () => {
  const { named, values } = await statementsSent(api);
  for (const name of once) {
    const costs = await alone(async (db) => {
      await db.query("deallocate all");
      await db.query(`prepare asked as ${named.get(name)}`);
      const found: number[] = [];
      for (const mode of ["force_custom_plan", "force_generic_plan"]) {
        await db.query(`set local plan_cache_mode = ${mode}`);
        // Of one id: of any number, PostgreSQL expects ten.
        const given = values.get(name)!.map((value) => `'{${(value as string[]).slice(0, 1).join()}}'`);
        const [row] = (await db.query(`explain (format json) execute asked (${given.join(", ")})`)) as [
          { "QUERY PLAN": [{ Plan: { "Total Cost": number } }] },
        ];
        found.push(row["QUERY PLAN"][0].Plan["Total Cost"]);
      }
      return found;
    });
    // The cost that PostgreSQL counts for making a plan that reads one table.
    const made = 5;
    expect({ name, isKept: costs[1]! <= costs[0]! + made }).toEqual({ name, isKept: true });
  }
});
