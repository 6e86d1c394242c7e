import { spawn } from "node:child_process";

/** Runs a command of ours to its end, and says how it went. */
export const step = (command: string, env: NodeJS.ProcessEnv = {}) =>
  new Promise<boolean>((done) => {
    const started = performance.now();
    // In the place of the shell, which would not hand on what ends it.
    const child = spawn(`exec ${command}`, { shell: true, stdio: "inherit", env: { ...process.env, ...env } });
    const stop = () => child.kill("SIGTERM");
    process.once("SIGTERM", stop).once("disconnect", stop);
    child.on("exit", (code) => {
      process.off("SIGTERM", stop).off("disconnect", stop);
      console.log(`${code === 0 ? "ok  " : "FAIL"} ${command} ${Math.round(performance.now() - started)} ms`);
      done(code === 0);
    });
  });
