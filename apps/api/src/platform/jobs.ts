import { log } from "./log.ts";
import { onStop } from "./stop.ts";
import { isUnavailable } from "./server/unavailable.ts";

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
  onStop(async () => {
    stopped = true;
    clearInterval(timer);
    await Promise.race([running, new Promise((done) => setTimeout(done, 8000).unref())]);
  });
}
