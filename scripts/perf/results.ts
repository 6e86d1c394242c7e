import { statementsOf } from "../../apps/api/test/site/statements.ts";
import { resultsToRead } from "../../apps/api/src/domain/listen/result/result.queries.ts";
import { createContext } from "../../apps/api/src/platform/context.ts";
import { demonstration } from "./demonstration.ts";

/**
 * `npm run perf:results`: what the results of a questionnaire of nine questions cost, of 30 responses and of 10,000, in
 * milliseconds and in statements: of the whole, and of a group beside it. On a throw-away database.
 */
const slug = "questionnaire-1";
const copies = 333;
const rounds = 15;

const { database, end } = await demonstration();
try {
  await measure();
  await multiply();
  await measure();
} finally {
  await end();
}

async function measure() {
  const [{ count }] = await database.query<[{ count: number }]>(
    "select count(*)::int from response r join questionnaire q on q.id = r.questionnaire_id where q.slug = $1",
    [slug],
  );
  for (const within of [null, "bretagne", "ASSOCIATION"]) {
    const times: number[] = [];
    let statements: string[] = [];
    for (let round = 0; round < rounds; round++) {
      statements = await statementsOf(async () => {
        const began = performance.now();
        await resultsToRead(createContext(database), slug, within);
        times.push(performance.now() - began);
      });
    }
    const [median, worst] = [0.5, 0.95].map((share) => times.toSorted((a, b) => a - b)[Math.floor(rounds * share)]!);
    const figures = `p50 ${median!.toFixed(1)} ms, p95 ${worst!.toFixed(1)} ms, ${statements.length} statements`;
    console.log(`${count} responses, ${within ?? "the whole"}: ${figures}`);
  }
}

/** Each response of the questionnaire some hundred times more, with its answers and its texts. */
async function multiply() {
  const like = (table: string, by: string, changed: string) => `
    insert into ${table} select copy.* from copied c join ${table} it on it.${by} = c.old
    cross join lateral jsonb_populate_record(it, jsonb_build_object(${changed})) copy`;
  await database.transaction(async (db) => {
    await db.query(
      `create temporary table copied on commit drop as
       select r.id as old, gen_random_uuid() as id from response r join questionnaire q on q.id = r.questionnaire_id,
         generate_series(1, $2) where q.slug = $1`,
      [slug, copies],
    );
    await db.query(like("response", "id", "'id', c.id, 'key', c.id, 'receipt_digest', c.id, 'sheet_id', null"));
    await db.query(like("answer", "response_id", "'response_id', c.id"));
    await db.query(like("contribution", "response_id", "'id', gen_random_uuid(), 'response_id', c.id"));
  });
  await database.query("analyze");
}
