import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startVitest } from "vitest/node";
import { compressWeb } from "../../apps/api/src/platform/server/build.ts";
import { needBrowser } from "../browser.ts";
import { makeBundle } from "../bundle.ts";
import { check } from "../check.ts";
import { type Suite, specsOf } from "../stories.ts";

/**
 * `npm run perf:tests -- --of COMMIT`: the time of a whole run of those tests alone that stood at that commit under the
 * title that they have today. More tests make a run longer, and so does a slower one: this tells the second.
 */
const { of } = parseArgs({ options: { of: { type: "string" } } }).values;
if (!of) throw new Error("Say which commit: npm run perf:tests -- --of COMMIT");
const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8", maxBuffer: 2 ** 26 });

/** Patterns of the titles given to some calls in a text, one for each. */
function patternsOf(call: string, text: string) {
  const named = String.raw`\b(?:${call})(?:\.[a-z.]+)?(?:\([^()]*\))?\(\s*(["'\`])((?:\\.|(?!\1).)*)\1`;
  const titles = [...text.matchAll(new RegExp(named, "gis"))].map(([, , title]) => title!.replaceAll("\\", ""));
  // One that holds values is told by the words around them, if it has any.
  return [...new Set(titles)]
    .map((title) => title.split(/\$\{[^}]*\}|\$[a-z.]+|%[sdijo#]/i))
    .filter((words) => words.length === 1 || words.join("").length > 12)
    .map((words) => words.map(RegExp.escape).join(".*"));
}

/** Patterns of the titles of tests in the files of that commit whose names end so. */
function titlesOf(ending: string) {
  const files = git("ls-tree", "-r", "--name-only", of!).split("\n");
  const texts = files.filter((file) => file.endsWith(ending)).map((file) => git("show", `${of}:${file}`));
  return patternsOf("test|it", texts.join("\n"));
}

/** Matches one of some titles whole, after the names of what it stands in. From the start alone: there are thousands of each. */
const among = (titles: string[], around = "") => new RegExp(`^${around}(?:${titles.join("|")})$`);

const started = performance.now();
let before = started;
const told: string[] = [];
function tell(what: string, tests?: string) {
  const now = performance.now();
  told.push(`${what.padEnd(9)}${((now - before) / 1000).toFixed(0).padStart(5)} s${tests ? `   ${tests}` : ""}`);
  before = now;
}

/** Counts of tests by how they ended, in words. */
function counted(states: string[]) {
  const count = (state: string) => states.filter((one) => one === state).length;
  if (count("failed") > 0) process.exitCode = 1;
  return `${count("passed")} passed, ${count("failed")} failed`;
}

/** Tells those rules, whatever group they stand in today. */
async function tellRules(titles: string[]) {
  const groups = patternsOf("describe", git("grep", "-h", "describe", "--", "*.ts"));
  const testNamePattern = among(titles, `(?:(?:${groups.join("|")}) > )*`);
  const vitest = await startVitest("test", [], { watch: false, reporters: ["default"], testNamePattern });
  const files = vitest.state.getTestModules();
  const ends = files.flatMap((file) => {
    const tests = [...file.children.allTests()].map((one) => one.result().state);
    // A file that does not load has no tests, and failed.
    return tests.length > 0 ? tests : [file.state()];
  });
  await vitest.close();
  return counted(ends);
}

/** How Playwright says that a story ended, in the words of rules. */
const words: Record<string, string> = { expected: "passed", flaky: "passed", unexpected: "failed" };

/** Tells those stories; where a file tells one story after another, all of it. */
function tellStories(titles: string[], folder: string) {
  const run = (reporter: string, ...args: string[]) => {
    const report = join(folder, "stories.json");
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    const command = ["test", "--config", "e2e", `--reporter=${reporter}`, ...args];
    spawnSync("playwright", command, { stdio: "inherit", env });
    return specsOf(JSON.parse(readFileSync(report, "utf8")) as Suite);
  };
  const all = run("json", "--list");
  const stood = among(titles);
  const kept = all.filter(({ title }) => stood.test(title));
  const follow = (file: string) => readFileSync(join("e2e", file), "utf8").includes('mode: "serial"');
  const whole = new Set(kept.map(({ file }) => file).filter(follow));
  const asked = all.filter((spec) => whole.has(spec.file) || kept.includes(spec));
  const exact = among([...new Set(asked.map(({ title }) => RegExp.escape(title)))], String.raw`\S+ \S+ `);
  const ends = run("list,json", "--grep", String(exact)).flatMap(({ tests }) => tests);
  return counted(ends.map(({ status }) => words[status] ?? status));
}

const folder = mkdtempSync(join(tmpdir(), "tests-"));
try {
  needBrowser();
  if (!(await check()).every(Boolean)) process.exitCode = 1;
  tell("check");
  const rules = titlesOf(".test.ts");
  const [ruled] = await Promise.all([tellRules(rules), makeBundle().then(() => compressWeb(1))]);
  tell("rules", `${ruled}, of ${rules.length} titles of then`);
  const stories = titlesOf(".spec.ts");
  tell("stories", `${tellStories(stories, folder)}, of ${stories.length} titles of then`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
before = started;
tell("all");
console.log(`\n${told.join("\n")}`);
process.exit();
