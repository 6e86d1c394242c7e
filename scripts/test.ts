import { mkdirSync, rmSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { compressWeb } from "../apps/api/src/platform/server/build.ts";
import { needBrowser } from "./browser.ts";
import { makeBundle } from "./bundle.ts";
import { check } from "./check.ts";
import { rules } from "./rules.ts";
import { stories } from "./stories.ts";

/** Everything: the check, then the rules of the API and of the shared code, then the stories in a browser. */
const reports = "node_modules/.cache/tests";
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
needBrowser();

const steps = await check();
const checked = {
  count: { passed: steps.filter(Boolean).length, failed: steps.filter((held) => !held).length, skipped: 0 },
  failures: [],
  toldAgain: [],
};
// A story of the release makes one file of the API in any case: made before, each of forty sites loads it instead of
// 2,400. It is made while rules begin, which wait for their database at first; so is what their pages are served from.
const [ruled] = await Promise.all([rules(reports), makeBundle().then(() => compressWeb(1))]);
const told = [checked, ruled, await stories(reports)];

// A line for each failure, at any try, with what it failed of: whoever reads only the end of the output knows.
for (const { title, messages } of told.flatMap(({ failures }) => failures))
  for (const message of messages)
    console.log(`failed: ${title}: ${stripVTControlCharacters(message).replaceAll(/\s+/g, " ").slice(0, 600)}`);
const sum = (name: "passed" | "failed" | "skipped") => told.reduce((total, { count }) => total + count[name], 0);
if (sum("skipped")) console.log(`${sum("skipped")} skipped: what they need is not on this machine`);
const again = told.flatMap(({ toldAgain }) => toldAgain);
if (again.length > 0) console.log(`told again: ${again.join(", ")}`);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") === 0 ? 0 : 1);
