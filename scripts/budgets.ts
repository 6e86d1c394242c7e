/**
 * A document weighs 20 KB with its style and data, at brotli 6 (9 % lighter than 4 for half a millisecond). A
 * synthesis or a proposal weighs up to 28, a synthesis 31 with ten drawn responses: it carries the
 * first twenty passages of each key point that it stands on, to be read and printed without asking again.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildWeb, compressWeb } from "../apps/api/src/platform/server/build.ts";
import { type Chunk, filesOf } from "../apps/api/src/platform/server/manifest.ts";

/** Most weight of a page on the wire, in thousands of bytes: identity.md. Browser tests weigh documents. */
const budgets = {
  "scripts before anybody acts": 3,
  "scripts of home, once somebody acts": 163.8,
  "scripts of a questionnaire, once somebody acts": 161.4,
  "what answering adds to the first page, in gzip": 14.5,
  "scripts of the desk": 203,
  style: 10.8,
  fonts: 62,
};

await buildWeb();
await compressWeb();
const dist = fileURLToPath(new URL("../apps/web/dist/", import.meta.url));
const { fonts } = (await import(`${dist}server/entry-server.js`)) as { fonts: string[] };
const style = /<link rel="stylesheet"[^>]*href="([^"]+)"/.exec(readFileSync(`${dist}client/index.html`, "utf8"))![1]!;

/** The builds that a page is served from: readers in either language, and the team. */
type Build = "client" | "english" | "team";

const weight = (build: Build, files: string[], as = "br") =>
  files.reduce((sum, file) => {
    const path = `${dist}${build}/${file.replace(/^\//, "")}`;
    return sum + statSync(existsSync(`${path}.${as}`) ? `${path}.${as}` : path).size;
  }, 0) / 1000;

/** The scripts that a page of this build loads for these sources. */
function loadedFor(build: Build, ...sources: string[]) {
  const manifest = JSON.parse(readFileSync(`${dist}${build}/.vite/manifest.json`, "utf8")) as Record<string, Chunk>;
  return filesOf(manifest, sources);
}

/** Weights that readers load in one language: the heavier of both counts. */
function readers(build: Build) {
  const home = loadedFor(build, "index.html", "src/client.tsx", "src/pages/site/HomePage.tsx");
  const questionnaire = loadedFor(build, "index.html", "src/client.tsx", "src/pages/site/QuestionnairePage.tsx");
  return {
    "scripts before anybody acts": weight(build, loadedFor(build, "index.html")),
    "scripts of home, once somebody acts": weight(build, home),
    "scripts of a questionnaire, once somebody acts": weight(build, questionnaire),
    "what answering adds to the first page, in gzip": weight(
      build,
      questionnaire.filter((file) => !home.includes(file)),
      "gz",
    ),
  };
}

const inEach = [readers("client"), readers("english")];
const heavier = (name: keyof (typeof inEach)[number]) => Math.max(...inEach.map((weights) => weights[name]));

const measured: Record<keyof typeof budgets, number> = {
  "scripts before anybody acts": heavier("scripts before anybody acts"),
  "scripts of home, once somebody acts": heavier("scripts of home, once somebody acts"),
  "scripts of a questionnaire, once somebody acts": heavier("scripts of a questionnaire, once somebody acts"),
  "what answering adds to the first page, in gzip": heavier("what answering adds to the first page, in gzip"),
  "scripts of the desk": weight("team", loadedFor("team", "team.html", "src/pages/team/DeskPage.tsx")),
  style: weight("client", [style]),
  fonts: weight("client", fonts),
};

const above = Object.entries(measured).filter(([name, weighed]) => weighed > budgets[name as keyof typeof budgets]);
for (const [name, weighed] of Object.entries(measured))
  console.log(`${name}: ${weighed.toFixed(1)} of ${budgets[name as keyof typeof budgets]} KB`);
if (above.length) {
  console.error(`Too heavy: ${above.map(([name]) => name).join(", ")}.`);
  process.exit(1);
}
