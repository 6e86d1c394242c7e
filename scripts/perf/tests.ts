import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startVitest, type Vitest } from "vitest/node";
import { compressWeb } from "../../apps/api/src/platform/server/build.ts";
import { needBrowser } from "../browser.ts";
import { makeBundle } from "../bundle.ts";
import { check } from "../check.ts";

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

/** Matches one of some titles whole, after what stands before it. From the start alone: there are thousands of each. */
const among = (titles: string[], before = "") => new RegExp(`^${before}(?:${titles.join("|")})$`);

const started = performance.now();
let before = started;
const told: string[] = [];
function tell(what: string, tests?: string) {
  const now = performance.now();
  told.push(`${what.padEnd(9)}${((now - before) / 1000).toFixed(0).padStart(5)} s${tests ? `   ${tests}` : ""}`);
  before = now;
}

/** Tells those rules, and files of which one failed once more, whole: some go on from what a rule of since did. */
async function tellRules(titles: string[]) {
  const groups = patternsOf("describe", git("grep", "-h", "describe", "--", "*.ts"));
  const testNamePattern = among(titles, `(?:(?:${groups.join("|")}) > )*`);
  const options = { watch: false, reporters: ["default"] };
  const first = await startVitest("test", [], { ...options, testNamePattern });
  const ends = endsOf(first);
  await first.close();
  const files = ends.filter(({ state }) => state === "failed").map(({ file }) => file);
  const whole = files.length > 0 && (await startVitest("test", [...new Set(files)], options));
  const again = whole ? endsOf(whole) : [];
  if (whole) await whole.close();
  return sum([...ends.filter(({ file }) => !files.includes(file)), ...again].map(({ state }) => state));
}

const endsOf = (vitest: Vitest) =>
  vitest.state
    .getTestModules()
    .flatMap(({ moduleId, children }) =>
      [...children.allTests()].map((one) => ({ file: moduleId, state: one.result().state })),
    );

const sum = (states: string[]) => {
  const count = (state: string) => states.filter((one) => one === state).length;
  return `${count("passed")} passed, ${count("failed")} failed`;
};

interface Suite {
  specs?: { file: string; title: string; tests: { status: "expected" | "flaky" | "unexpected" | "skipped" }[] }[];
  suites?: Suite[];
}

const specsOf = ({ specs = [], suites = [] }: Suite): NonNullable<Suite["specs"]> => [
  ...specs,
  ...suites.flatMap(specsOf),
];

const words = { expected: "passed", flaky: "passed", unexpected: "failed", skipped: "skipped" };

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
  return sum(
    run("list,json", "--grep", String(exact)).flatMap(({ tests }) => tests.map(({ status }) => words[status])),
  );
}

const folder = mkdtempSync(join(tmpdir(), "tests-"));
try {
  needBrowser();
  await check();
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
