import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { getPriority, setPriority } from "node:os";

/**
 * Runs a command of ours to its end, and says how it went. One that is told beside others gives way to them, and what it
 * says is printed once it ends: until then it stands in the file `aside`.
 */
export const step = (command: string, env: NodeJS.ProcessEnv = {}, aside?: string) =>
  new Promise<boolean>((done) => {
    const started = performance.now();
    const said = aside ? openSync(aside, "w") : "inherit";
    const child = spawn(command, { shell: true, stdio: ["inherit", said, said], env: { ...process.env, ...env } });
    if (typeof said === "number") {
      closeSync(said);
      setPriority(child.pid!, Math.min(getPriority() + 5, 19));
    }
    const stop = () => child.kill("SIGTERM");
    process.once("SIGTERM", stop).once("disconnect", stop);
    child.on("exit", (code) => {
      process.off("SIGTERM", stop).off("disconnect", stop);
      if (aside) process.stdout.write(readFileSync(aside));
      console.log(`${code === 0 ? "ok  " : "FAIL"} ${command} ${Math.round(performance.now() - started)} ms`);
      done(code === 0);
    });
  });
