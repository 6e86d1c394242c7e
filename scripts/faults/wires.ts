import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { embeddedPostgres } from "../../apps/api/src/platform/data/postgres.ts";
import { type Manner, wire } from "../../apps/api/test/site/proxy.ts";
import { type Compared, compared, siteOn, statusOf } from "./ground.ts";
import { strange } from "./kills.ts";
import { senders } from "./senders.ts";

/** Measures while the connection to the database was bad, and after. */
export interface Wired extends Compared {
  manner: Manner;
  /** Milliseconds of the slowest answer meanwhile, and until acknowledgements came again. */
  slowest: number;
  back: number;
  /** Statuses of the probes meanwhile: whether it lives, whether it is ready. */
  lives: number[];
  ready: number[];
  others: string[];
}

/** The site behind a wire to its database that becomes bad, for so many milliseconds each. */
export async function wires(folder: string, manners: Manner[], { each, clients }: { each: number; clients: number }) {
  process.env.DATA_FOLDER = folder;
  const postgres = await embeddedPostgres("postgres");
  const url = postgres.url("cahier");
  const line = await wire(url);
  try {
    const it = await siteOn(folder, { DATABASE_URL: line.url, DEMO: "1" });
    const found: Wired[] = [];
    for (const manner of manners) {
      // oxlint-disable no-await-in-loop -- one after the other
      const all = await senders({ port: it.port, clients });
      await all.reach(clients * 3);
      all.count();
      const [lives, ready] = [new Set<number>(), new Set<number>()];
      const until = performance.now() + each;
      line.become(manner);
      while (performance.now() < until) {
        const [alive, answers] = await Promise.all([statusOf(it.port, "/healthz"), statusOf(it.port, "/readyz")]);
        lives.add(alive);
        ready.add(answers);
        await sleep(200);
      }
      const since = performance.now();
      line.become("sound");
      const back = await backAfter(it.port, since);
      const seen = { slowest: all.slowest(), others: strange(all.others) };
      await all.end();
      found.push({
        manner,
        ...(await compared(url, all.acknowledged)),
        ...seen,
        back,
        lives: [...lives],
        ready: [...ready],
      });
      // oxlint-enable no-await-in-loop
    }
    await it.stop();
    return found;
  } finally {
    line.close();
    await postgres.stop();
  }
}

/** Milliseconds until somebody who comes after a fault is answered: each comes by themselves, ten a second. */
export async function backAfter(port: number, since: number): Promise<number> {
  const answered: number[] = [];
  while (answered.length === 0 && performance.now() - since < 60_000) {
    // A search that nobody made yet: no page that is kept answers it.
    const search = `/contributions?q=${randomUUID().slice(0, 6)}`;
    void statusOf(port, search).then((status) => status === 200 && answered.push(performance.now() - since));
    // oxlint-disable-next-line no-await-in-loop -- until one is
    await sleep(100);
  }
  return answered[0] ?? Infinity;
}
