import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const known = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Arguments of the browser of the tests: it does what they ask, and nothing beside. */
export const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // All is one site: keeps no process ready for another one, a tenth of what the browser costs.
  "--disable-site-isolation-trials",
  // Pages of a context share a process, which an empty one keeps from story to story (`e2e/keptContexts.ts`).
  "--process-per-site",
  "--renderer-process-limit=1",
  // A process that stays keeps what it has compiled: nothing is compiled beside it, nor kept for another one. A list of
  // features takes the place of Playwright's own, of which those that matter here are named again.
  "--disable-features=ScriptStreaming,AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,MediaRouter,OptimizationHints,PaintHolding,ThirdPartyStoragePartitioning",
  "--v8-cache-options=none",
  // A page lives too short for what is compiled to be quick, and its young memory is not worth collecting.
  "--js-flags=--no-opt --no-maglev --single-threaded-gc --min-semi-space-size=16",
];

/**
 * The browser of the tests: Playwright's own (undefined) when somebody installed it, else one of the system. A shell
 * without windows first: the same stories cost it 72 seconds of CPU where the whole browser takes 115.
 */
export function browser(): string | undefined {
  if (existsSync(chromium.executablePath())) return undefined;
  return known.find((path) => path && existsSync(path));
}

/** Makes sure there is one. */
export function needBrowser() {
  const there = () => existsSync(chromium.executablePath()) || browser() !== undefined;
  if (there()) return;
  console.log("Installing a browser for the tests (once)…");
  const run = (command: string, ...args: string[]) =>
    spawnSync(command, args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    run("apt-get", "update", "-qq");
    for (const name of ["chromium-headless-shell", "chromium"])
      if (!there()) run("apt-get", "install", "-y", "-qq", "--no-install-recommends", name);
  }
  if (!there()) run("playwright", "install", "chromium");
  if (there()) return;
  console.error("No browser for the tests: install Chromium, or name one with CHROMIUM_PATH=/path/to/it npm test.");
  process.exit(1);
}
