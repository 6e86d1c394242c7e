import { monitorEventLoopDelay } from "node:perf_hooks";
import { nearOf, shelfOf } from "../../apps/api/src/domain/understand/near/near.index.ts";
import { demonstration } from "./demonstration.ts";

const rounds = 30;

/**
 * Measures near texts on an objective with as many texts as `bodies`, through the worker and on a throw-away database:
 * time until the worker holds them all, then a question after a write, and the longest stall of the API's event loop
 * meanwhile.
 */
export async function measureReading(bodies: string[]) {
  const { database, end } = await demonstration();
  try {
    const [objective] = await database.query<[{ objectiveId: string; themeId: string }]>(
      `select o.id as "objectiveId", g.theme_id as "themeId" from objective o join working_group g on g.id = o.group_id
       where o.slug = 'objectif-1'`,
    );
    const place = { objectiveId: objective.objectiveId, themeId: objective.themeId };
    await database.query(
      `insert into contribution (theme_id, objective_id, channel, body, status, appearance, contributed_on)
       select $1, $2, 'ONLINE', body, 'VISIBLE', 'ANONYMOUS', current_date from unnest($3::text[]) body`,
      [place.themeId, place.objectiveId, bodies],
    );
    await database.query("analyze");
    const texts = await database.query<{ id: string; body: string }[]>(
      "select id, body from contribution where objective_id = $1 order by id",
      [place.objectiveId],
    );
    const keyPoints = await database.query<{ id: string }[]>("select id from key_point where objective_id = $1", [
      place.objectiveId,
    ]);

    const loop = monitorEventLoopDelay({ resolution: 1 });
    loop.enable();
    const near = nearOf(database.manager);
    const shelf = shelfOf(place);
    const ask = (at: number) =>
      near.answer([place], new Date(), (thread) =>
        Promise.all([
          thread.ask(shelf, "likes", [texts[at]!.id]),
          thread.ask(shelf, "nearest", { id: texts[at]!.id, count: 30 }),
          thread.ask(shelf, "suggest", {
            stretch: texts[at]!.body,
            textId: texts[at]!.id,
            among: keyPoints.map(({ id }) => id),
            count: 3,
          }),
        ]),
      );
    const began = performance.now();
    while (!(await ask(0)));
    const filled = performance.now() - began;
    const [still, written]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      const text = texts[Math.floor((round * texts.length) / rounds)]!;
      for (const times of [written, still]) {
        if (times === written)
          await database.query("update contribution set revision = revision + 1 where id = $1", [text.id]);
        const from = performance.now();
        await ask(texts.indexOf(text));
        times.push(performance.now() - from);
      }
    }
    loop.disable();
    const half = (times: number[]) => `${times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!.toFixed(0)} ms`;
    console.log(
      `${texts.length} texts on one reading desk: held in ${(filled / 1000).toFixed(1)} s, then in the same words, near and suggested together in ${half(still)}, ${half(written)} when a text has just changed; the event loop of the API was held up ${(loop.max / 1e6).toFixed(0)} ms at most`,
    );
  } finally {
    await end();
  }
}
