import { log } from "./log.ts";
import { onStop } from "./stop.ts";
import { isUnavailable } from "./server/unavailable.ts";

/** Tells each job that no more of it is wanted; done once what was begun is. */
const ends: (() => Promise<unknown>)[] = [];

/** Tells all jobs at once to end, and waits for them so many milliseconds at most. */
export const endJobs = (patience = 8000) =>
  Promise.race([
    Promise.all(ends.splice(0).map((end) => end())),
    new Promise((done) => setTimeout(done, patience).unref()),
  ]);

/**
 * Does something now and then, as long as the site runs: never twice at a time here, and no more once the site stops,
 * which waits for what was begun. Other processes do the same: what must be done once is taken in the database.
 */
export function every(seconds: number, name: string, work: (goOn: () => boolean) => Promise<unknown>) {
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => run(), seconds * 1000);
  timer.unref();
  let busy = false;
  const run = () => {
    if (busy || stopped) return;
    busy = true;
    running = work(() => !stopped)
      // A database that is away for a while is said elsewhere, and once.
      .catch((error: unknown) => isUnavailable(error) || log.error(name, error))
      .finally(() => (busy = false));
  };
  run();
  if (ends.length === 0) onStop(() => endJobs());
  ends.push(() => {
    stopped = true;
    clearInterval(timer);
    return running;
  });
}
