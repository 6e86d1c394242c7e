import { anewHour, type Compared, compared, databaseOf, postmasterOf, siteOn } from "./ground.ts";
import { senders } from "./senders.ts";

/** Plan of the kills: rounds, and responses acknowledged before each. */
interface Kills {
  rounds: number;
  acknowledged: number;
  clients: number;
  /** After how many milliseconds it ends with what was acknowledged until then. */
  most: number;
}

export interface Killed extends Compared {
  /** Milliseconds until acknowledgements came again, after each kill. */
  site: number[];
  database: number[];
  others: string[];
}

/** `kill -9` of the site and of its PostgreSQL, in turn, while people send and try again. */
export async function kills(folder: string, { rounds, acknowledged, clients, most }: Kills): Promise<Killed> {
  const it = await siteOn(folder);
  const all = await senders({ port: it.port, clients });
  const until = performance.now() + most;
  const [site, database]: [number[], number[]] = [[], []];
  for (let kill = 0; kill < rounds * 2; kill++) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await all.reach((acknowledged * (kill + 1)) / (rounds * 2 + 1), until);
    const since = performance.now();
    if (kill % 2) process.kill(postmasterOf(folder), "SIGKILL");
    else it.kill();
    // oxlint-disable-next-line no-await-in-loop
    (kill % 2 ? database : site).push(await all.recovered(since));
    // oxlint-disable-next-line no-await-in-loop
    await anewHour(folder);
  }
  await all.reach(acknowledged, until);
  await all.end();
  const found = await compared(databaseOf(folder), all.acknowledged);
  await it.stop();
  return { ...found, site, database, others: strange(all.others) };
}

/** Answers that no fault excuses: neither an acknowledgement, nor « not now », nor a line that was cut. */
export const strange = (others: Map<string, number>) =>
  [...others].filter(([it]) => !/^(503|E[A-Z]+)$/.test(it)).map(([it, n]) => `${n} × ${it}`);

export interface Stopped extends Compared {
  /** Requests that the site had begun to listen to, and that ended without an answer. */
  cuts: number;
  /** Milliseconds that each stop took. */
  took: number[];
}

/** `SIGTERM` while people send, and a start again at the same place. */
export async function stops(folder: string, { rounds, clients }: Pick<Kills, "rounds" | "clients">): Promise<Stopped> {
  const it = await siteOn(folder);
  const all = await senders({ port: it.port, clients });
  const took: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // oxlint-disable no-await-in-loop -- one after the other
    await all.reach(all.acknowledged.length + clients * 5);
    const since = performance.now();
    await it.stop();
    took.push(performance.now() - since);
    await it.start();
    // oxlint-enable no-await-in-loop
  }
  await all.end();
  const found = await compared(databaseOf(folder), all.acknowledged);
  await it.stop();
  return { ...found, cuts: all.cuts(), took };
}
