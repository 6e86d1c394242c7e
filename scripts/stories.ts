import { readFileSync } from "node:fs";
import { step } from "./steps.ts";

/** Stories of a file or of a part of it, as Playwright reports them. */
export interface Suite {
  suites?: Suite[];
  specs?: { file: string; title: string; tests: { status: string; results?: { error?: { message?: string } }[] }[] }[];
}

interface Report extends Suite {
  stats?: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** Tells the stories in a browser; Playwright itself tells those again that failed where nobody looks on. */
export async function stories(reports: string) {
  const output = `${reports}/stories.json`;
  const held = await step("playwright test --config e2e --reporter=list,json", {
    PLAYWRIGHT_JSON_OUTPUT_NAME: `${process.cwd()}/${output}`,
  });
  const report = reported(output);
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = report.stats ?? {};
  // A run that failed without saying of what is one failure.
  const untold = unexpected === 0 && (!held || expected + flaky === 0);
  const specs = specsOf(report);
  return {
    count: { passed: expected + flaky, failed: untold ? 1 : unexpected, skipped },
    failures: specs.map(({ title, tests }) => ({
      title,
      messages: tests.flatMap(({ results = [] }) => results.flatMap(({ error }) => error?.message ?? [])),
    })),
    /** Titles of those that held at a later try only. */
    toldAgain: specs.filter(({ tests }) => tests.some(({ status }) => status === "flaky")).map(({ title }) => title),
  };
}

/** All stories of a report, whatever they stand in. */
export const specsOf = ({ specs = [], suites = [] }: Suite): NonNullable<Suite["specs"]> => [
  ...specs,
  ...suites.flatMap(specsOf),
];

/** A report, an empty one if the run ended before writing it. */
function reported(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return {};
  }
}
