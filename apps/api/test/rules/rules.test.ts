import { describe, expect, test } from "vitest";
import { testApi } from "../site/api.ts";
import { seededApi } from "../site/demo.ts";
import { holderOf } from "../site/people.ts";
import { statementsOf } from "../site/statements.ts";

describe("the tables", () => {
  const api = testApi();
  const drift = async () => (await api.database.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);

  test("the migrations build exactly the tables that the entities describe", async () => {
    expect(await drift()).toEqual([]);
  });

  test("each migration can be taken back and run again", async () => {
    const { migrations } = api.database;
    for (const _ of migrations) await api.database.undoLastMigration({ transaction: "each" });
    const left = await api.database.query("select relname from pg_stat_user_tables where relname <> 'migrations'");
    expect(left).toEqual([]);
    await api.database.runMigrations({ transaction: "each" });
    expect(await drift()).toEqual([]);
  });
});

describe("what lists cost", () => {
  const api = seededApi();
  const nodes = `nodes { id body authorName question { label } objective { name } territory { name } region { name }
    siblings { id } passages { quote keyPoints { sentence } statements { text proposal { title } } }
    reactions { text territory { name } } reactionCounts { support complete qualify }
    trail { progress events { step keyPoint { sentence } synthesis { title } proposal { title } handover { ask } initiative { name } } } }`;

  test.each([
    ["contributions", (first: number) => `{ contributions(first: ${first}) { ${nodes} } }`],
    ["a search", (first: number) => `{ contributions(first: ${first}, filter: { search: "circuit" }) { ${nodes} } }`],
    [
      "a territory",
      (first: number) => `{ territory(slug: "bretagne") { contributions(first: ${first}) { ${nodes} } } }`,
    ],
    [
      "the queue of the reading desk",
      (first: number) => `{ readingDesk { queue(first: ${first}, filter: { unread: false }) { ${nodes} } } }`,
    ],
  ])("%s of forty asks nothing row by row", async (_, query) => {
    const viewer = await holderOf(api.database, "RAPPORTEUR");
    const statements = await statementsOf(async () => {
      const { errors } = await api.ask(query(40), {}, viewer);
      expect(errors).toBeUndefined();
    });
    const times = statements.map((one) => statements.filter((other) => other === one).length);
    // The same field may come at two depths: never one statement a row.
    expect(Math.max(...times)).toBeLessThanOrEqual(2);
    expect(statements.length).toBeLessThanOrEqual(24);
  });
});
