/**
 * A document weighs 20 KB with its style and data, at brotli 6 (9 % lighter than 4 for half a millisecond). A
 * synthesis or a proposal weighs up to 28, a synthesis 31 with ten drawn responses: it carries the
 * first twenty passages of each key point that it stands on, to be read and printed without asking again.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { buildWeb } from "../apps/api/src/platform/server/build.ts";
import { compressFiles } from "../apps/api/src/platform/server/compressFiles.ts";
import { type Chunk, filesOf } from "../apps/api/src/platform/server/manifest.ts";

/** Most weight of a page on the wire, in thousands of bytes: identity.md. Browser tests weigh documents. */
const budgets = {
  "scripts before anybody acts": 3,
  "scripts of home, once somebody acts": 164.2,
  "scripts of a questionnaire, once somebody acts": 161.9,
  "what answering adds to the first page, in gzip": 14.5,
  "scripts of the desk": 203,
  style: 10.8,
  fonts: 62,
};

await buildWeb();
const dist = fileURLToPath(new URL("../apps/web/dist/", import.meta.url));
const { fonts } = (await import(`${dist}server/entry-server.js`)) as { fonts: string[] };
const style = /<link rel="stylesheet"[^>]*href="([^"]+)"/.exec(readFileSync(`${dist}client/index.html`, "utf8"))![1]!;

/** The builds that a page is served from: readers in either language, and the team. */
type Build = "client" | "english" | "team";

/** Weight of these files of a build, compressed now if they are not yet. */
async function weight(build: Build, files: string[], as = "br") {
  const paths = files.map((file) => `${dist}${build}/${file.replace(/^\//, "")}`);
  await compressFiles(paths, availableParallelism());
  return (
    paths.reduce((sum, path) => sum + statSync(existsSync(`${path}.${as}`) ? `${path}.${as}` : path).size, 0) / 1000
  );
}

/** The scripts that a page of this build loads for these sources. */
function loadedFor(build: Build, ...sources: string[]) {
  const manifest = JSON.parse(readFileSync(`${dist}${build}/.vite/manifest.json`, "utf8")) as Record<string, Chunk>;
  return filesOf(manifest, sources);
}

/** Weights that readers load in one language: the heavier of both counts. */
async function readers(build: Build) {
  const home = loadedFor(build, "index.html", "src/client.tsx", "src/pages/site/HomePage.tsx");
  const questionnaire = loadedFor(build, "index.html", "src/client.tsx", "src/pages/site/QuestionnairePage.tsx");
  return {
    "scripts before anybody acts": await weight(build, loadedFor(build, "index.html")),
    "scripts of home, once somebody acts": await weight(build, home),
    "scripts of a questionnaire, once somebody acts": await weight(build, questionnaire),
    "what answering adds to the first page, in gzip": await weight(
      build,
      questionnaire.filter((file) => !home.includes(file)),
      "gz",
    ),
  };
}

const inEach = [await readers("client"), await readers("english")];
const heavier = (name: keyof (typeof inEach)[number]) => Math.max(...inEach.map((weights) => weights[name]));

const measured: Record<keyof typeof budgets, number> = {
  "scripts before anybody acts": heavier("scripts before anybody acts"),
  "scripts of home, once somebody acts": heavier("scripts of home, once somebody acts"),
  "scripts of a questionnaire, once somebody acts": heavier("scripts of a questionnaire, once somebody acts"),
  "what answering adds to the first page, in gzip": heavier("what answering adds to the first page, in gzip"),
  "scripts of the desk": await weight("team", loadedFor("team", "team.html", "src/pages/team/DeskPage.tsx")),
  style: await weight("client", [style]),
  fonts: await weight("client", fonts),
};

const above = Object.entries(measured).filter(([name, weighed]) => weighed > budgets[name as keyof typeof budgets]);
for (const [name, weighed] of Object.entries(measured))
  console.log(`${name}: ${weighed.toFixed(1)} of ${budgets[name as keyof typeof budgets]} KB`);
if (above.length) {
  console.error(`Too heavy: ${above.map(([name]) => name).join(", ")}.`);
  process.exit(1);
}
