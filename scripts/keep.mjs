// Runs the site, and starts it again whenever it dies without having been told to. Under npm, and in the container.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";

export const site = ["--max-old-space-size=512", "apps/api/src/main.ts"];

/** A death soon after a start is waited for a little longer each time; the site is back within five seconds. */
const waits = { least: 100, most: 2000, calm: 10_000 };

/**
 * Runs a process to its end, told to `ended` with its code. One that has said « serving » is kept: whatever ends it
 * but itself, it is started again.
 */
export function keep(node, args, options, ended) {
  let served = false;
  let told = false;
  let wait = waits.least;
  let child;
  function begin() {
    if (told) {
      ended(0);
      return;
    }
    const started = Date.now();
    child = spawn(node, args, { stdio: ["inherit", "inherit", "inherit", "ipc"], ...options });
    child.on("message", (message) => (served ||= message === "serving"));
    child.on("error", ({ message }) => {
      console.error(`Node did not start: ${message}`);
      ended(1);
    });
    child.on("exit", (code, signal) => {
      if (told || !served || code === 0) {
        ended(signal ? 1 : code);
        return;
      }
      wait = Date.now() - started > waits.calm ? waits.least : Math.min(wait * 3, waits.most);
      console.error(
        JSON.stringify({
          level: "error",
          at: new Date().toISOString(),
          message: `The site died (${signal ?? `code ${code}`}): starting it again`,
        }),
      );
      setTimeout(begin, wait);
    });
  }
  begin();
  return {
    /** Kills it as a machine without memory would: for whoever tries it out. */
    kill: () => child.kill("SIGKILL"),
    /** It ends now, and stays ended; `pass` is false where it was told by whoever told us. */
    stop(pass = true) {
      told = true;
      if (pass) child.kill("SIGTERM");
    },
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  // Node would say in the log of a container that there is none.
  const settings = existsSync(".env") ? ["--env-file-if-exists=.env"] : [];
  const kept = keep(process.execPath, [...settings, ...site, ...process.argv.slice(2)], {}, (code) =>
    process.exit(code),
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => kept.stop());
}
