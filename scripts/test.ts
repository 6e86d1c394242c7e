import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { needBrowser } from "./browser.ts";
import { check } from "./check.ts";
import { step } from "./steps.ts";

/** Everything: the check, then the rules of the API and of the shared code, then the stories in a browser. */
interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const reports = "node_modules/.cache/tests";
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
needBrowser();

const steps = await check();
const rulesHold = await step(`vitest run --reporter=default --reporter=json --outputFile.json=${reports}/rules.json`);
const storiesHold = await step("playwright test --config e2e --reporter=list,json", {
  PLAYWRIGHT_JSON_OUTPUT_NAME: `${process.cwd()}/${reports}/stories.json`,
});

const counts: Count[] = [
  { passed: steps.filter(Boolean).length, failed: steps.filter((held) => !held).length, skipped: 0 },
  counted(rulesHold, "rules.json", ({ numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites }) => ({
    passed: numPassedTests ?? 0,
    // A file that does not load fails without a test of its own.
    failed: numFailedTests || (numFailedTestSuites ? 1 : 0),
    skipped: numPendingTests ?? 0,
  })),
  counted(storiesHold, "stories.json", ({ stats }) => ({
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  })),
];
for (const line of whatFailed()) console.log(line);
const sum = (name: keyof Count) => counts.reduce((total, count) => total + count[name], 0);
if (sum("skipped")) console.log(`${sum("skipped")} skipped: what they need is not on this machine`);
const again = [...rulesToldAgain(), ...storiesToldAgain()];
if (again.length > 0) console.log(`told again: ${again.join(", ")}`);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") === 0 ? 0 : 1);

interface Report {
  numPassedTests?: number;
  numFailedTests?: number;
  numFailedTestSuites?: number;
  numPendingTests?: number;
  testResults?: { assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }[];
  stats?: { expected: number; unexpected: number; flaky: number; skipped: number };
}

interface Suite {
  suites?: Suite[];
  specs?: { title: string; tests: { status: string; results?: { error?: { message?: string } }[] }[] }[];
}

/** A line for each failure, at any try, with what it failed of: whoever reads only the end of the output knows. */
function whatFailed(): string[] {
  const rules = (report("rules.json")?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
  const line = (title: string, message = "") =>
    `failed: ${title}: ${stripVTControlCharacters(message).replaceAll(/\s+/g, " ").slice(0, 600)}`;
  const told = ({ suites = [], specs = [] }: Suite): string[] => [
    ...specs.flatMap(({ title, tests }) =>
      tests.flatMap(({ results = [] }) => results.flatMap(({ error }) => (error ? [line(title, error.message)] : []))),
    ),
    ...suites.flatMap(told),
  ];
  return [
    ...rules.flatMap(({ fullName, failureMessages }) => failureMessages.map((message) => line(fullName, message))),
    ...told(report("stories.json") ?? {}),
  ];
}

/** Titles of the rules that held at their second try only: what the first one failed of stands beside. */
function rulesToldAgain(): string[] {
  const rules = (report("rules.json")?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
  return rules
    .filter(({ status, failureMessages }) => status === "passed" && failureMessages.length > 0)
    .map(({ fullName }) => fullName);
}

/** Titles of the stories that held at a later try only. */
function storiesToldAgain(): string[] {
  const titles = ({ suites = [], specs = [] }: Suite): string[] => [
    ...specs.filter(({ tests }) => tests.some(({ status }) => status === "flaky")).map(({ title }) => title),
    ...suites.flatMap(titles),
  ];
  return titles(report("stories.json") ?? {});
}

/** Report of a runner; null if it ended before writing one. */
function report(file: string): (Report & Suite) | null {
  try {
    return JSON.parse(readFileSync(`${reports}/${file}`, "utf8")) as Report & Suite;
  } catch {
    return null;
  }
}

/** Counts of a runner; one that failed without counting it is one failure. */
function counted(held: boolean, file: string, read: (report: Report) => Count): Count {
  const told = report(file);
  const count: Count = told ? read(told) : { passed: 0, failed: 0, skipped: 0 };
  const untold = count.failed === 0 && (!held || count.passed === 0);
  return untold ? { ...count, failed: 1 } : count;
}
