import { expect, test } from "vitest";
import { rehearsingSite } from "../../../../test/acts/rehearsing.ts";
import { statementsOf } from "../../../../test/site/statements.ts";

const { site, ask, act, begun, enter, respond, cookieWith } = rehearsingSite();

/** Answers of a rehearsal, as many times more. */
async function multiply(schema: string, times: number) {
  const like = (table: string, by: string, changed: string) => `
    insert into ${table} select copy.* from copied c join ${table} it on it.${by} = c.old
    cross join lateral jsonb_populate_record(it, jsonb_build_object(${changed})) copy`;
  const first = `select id from "${schema}".response`;
  const ids = (await site.database.query<{ id: string }[]>(first)).map(({ id }) => id);
  for (let left = times; left > 0; left -= 50)
    await site.database.transaction(async (db) => {
      await db.query(`set local search_path to "${schema}", public`);
      await db.query(
        `create temporary table copied on commit drop as
         select old, gen_random_uuid() as id from unnest($1::uuid[]) old, generate_series(1, $2)`,
        [ids, Math.min(50, left)],
      );
      await db.query(like("response", "id", "'id', c.id, 'key', c.id, 'receipt_digest', c.id"));
      await db.query(like("answer", "response_id", "'response_id', c.id"));
      await db.query(like("contribution", "response_id", "'id', gen_random_uuid(), 'response_id', c.id"));
    });
}

test("two thousand answers of a rehearsal are read and erased by no more statements than two, none of them cut", async () => {
  const measured: { responses: number; read: number; opened: number }[] = [];
  for (const times of [1, 999]) {
    const group = await begun(`Répéter ${times} fois`);
    await act("beginRehearsal", { group: group.slug });
    const reader = await cookieWith(["FACILITATOR"], group.id);
    await enter(group.slug, reader);
    for (const text of ["Un texte.", "Un autre texte."])
      expect((await respond(group, text, group.id, reader)).sent).toMatchObject({ problems: [] });
    if (times > 1) await multiply(`rehearsal_${group.id.replaceAll("-", "")}`, times);
    const { slug } = group.objectives[0]!.composed[0]!.questionnaire;
    const responses = times === 1 ? 2 : 2 * (times + 1);
    const began = performance.now();
    const read = await statementsOf(async () => {
      const query = `{ contributions(first: 20) { nodes { id body } } results(questionnaire: "${slug}") { responses } }`;
      const { data } = await ask(query, null, reader, group.id);
      expect(data.results.responses).toBe(responses);
      expect(data.contributions.nodes.length).toBeGreaterThan(1);
    });
    const opening = performance.now();
    const opened = await statementsOf(() => act("openGroup", { group: group.slug }));
    const ended = performance.now();
    measured.push({ responses, read: read.length, opened: opened.length });
    console.log(
      `rehearsal of ${responses} answers: read in ${Math.round(opening - began)} ms, ${read.length} statements; ` +
        `opened and erased in ${Math.round(ended - opening)} ms, ${opened.length} statements`,
    );
    expect(await site.database.query("select from pg_namespace where starts_with(nspname, 'rehearsal_')")).toEqual([]);
  }
  const [few, many] = measured;
  expect(many).toMatchObject({ responses: 2000, opened: few!.opened });
  // Figures kept for all may have been read by the first.
  expect(many!.read).toBeLessThanOrEqual(few!.read);
});
