import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../e2e/ownSite.ts";
import { browser } from "../browser.ts";

/**
 * `npm run perf:lighthouse`: what Lighthouse says of the pages that most people read, as on a telephone of 2016 on a slow
 * network (throttled by the browser itself, `devtools`), median of five rounds: performance and accessibility out of 100,
 * first and largest paint, blocked main thread (TBT) in milliseconds, moved layout (CLS). Lighthouse is no package of
 * this house: npm brings it for the time of the measure. A busy machine shows as a lower score: leave it alone meanwhile.
 * `--rounds 5 --paths /,/contributions`, `--origin` to measure a site that runs already.
 */
const version = "13.5.0";
const options = Object.fromEntries(
  process.argv.slice(2).flatMap((word, at, all) => (word.startsWith("--") ? [[word.slice(2), all[at + 1]!]] : [])),
) as { rounds?: string; paths?: string; origin?: string };
const rounds = Number(options.rounds ?? 5);
const paths = options.paths?.split(",") ?? [
  "/",
  "/questionnaires/questionnaire-4",
  "/contributions",
  "/proposals/proposition-1",
  "/syntheses/point-d-etape-1",
];

interface Report {
  categories: Record<"performance" | "accessibility", { score: number }>;
  audits: Record<string, { numericValue: number }>;
}

const folder = mkdtempSync(join(tmpdir(), "lighthouse-"));
const port = await freePort();
const site = options.origin
  ? undefined
  : spawn(process.execPath, ["e2e/serve.ts"], { env: { ...process.env, PORT: String(port) }, stdio: "ignore" });
const origin = options.origin ?? `http://127.0.0.1:${port}`;

/** One round of one page, in a browser of its own. */
function round(path: string): Report {
  const output = join(folder, "report.json");
  const { status, stderr } = spawnSync(
    "npm",
    [
      ...["exec", "--yes", `--package=lighthouse@${version}`, "--", "lighthouse", origin + path],
      ...["--output=json", `--output-path=${output}`, "--quiet", "--throttling-method=devtools"],
      ...["--only-categories=performance,accessibility", "--chrome-flags=--headless --no-sandbox --disable-gpu"],
    ],
    { env: { ...process.env, CHROME_PATH: browser() ?? process.env.CHROME_PATH }, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(readFileSync(output, "utf8")) as Report;
}

const columns: Record<string, (report: Report) => number> = {
  performance: ({ categories }) => Math.round(categories.performance.score * 100),
  accessibility: ({ categories }) => Math.round(categories.accessibility.score * 100),
  "first paint": ({ audits }) => Math.round(audits["first-contentful-paint"]!.numericValue),
  "largest paint": ({ audits }) => Math.round(audits["largest-contentful-paint"]!.numericValue),
  TBT: ({ audits }) => Math.round(audits["total-blocking-time"]!.numericValue),
  CLS: ({ audits }) => Number(audits["cumulative-layout-shift"]!.numericValue.toFixed(3)),
};

/** The middle one, with the least and the most. */
function middle(values: number[]) {
  const sorted = values.toSorted((one, other) => one - other);
  return `${sorted[Math.floor((sorted.length - 1) / 2)]} (${sorted[0]}–${sorted.at(-1)})`;
}

async function ready() {
  for (let waited = 0; waited < 180; waited++) {
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => void setTimeout(done, 1000));
  }
  throw new Error("The site did not start.");
}

try {
  await ready();
  // Each page once before, so that the first round is as the others.
  for (const path of paths) await fetch(origin + path);
  const table: Record<string, Record<string, string>> = {};
  for (const path of paths) {
    const reports = Array.from({ length: rounds }, () => round(path));
    table[path] = Object.fromEntries(
      Object.entries(columns).map(([name, value]) => [name, middle(reports.map((report) => value(report)))]),
    );
  }
  console.table(table);
} finally {
  site?.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
}
