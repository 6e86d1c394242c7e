import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, constants, setPriority } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withFileLock } from "../fileLock.ts";
import { Misconfigured } from "../config.ts";
import { home } from "../folders.ts";
import { isStopping, onStop } from "../stop.ts";
import { bundled, hasRoom } from "./bundled.ts";
import { assetFolders, filesIn, keepServed, swapBuilds } from "./builds.ts";
import { compressFiles } from "./compressFiles.ts";

const root = fileURLToPath(new URL("../../../../..", import.meta.url));
const dist = `${root}apps/web/dist`;
const aside = "dist-next";
const stamp = `${dist}/.built-from`;
const builder = `${root}node_modules/.cache/web-is-built-by`;

/** True in an archive of `npm run release`, which is built already and holds no sources. */
export const isReleased = existsSync(`${root}release.json`);

/** The folder beside the data that files of former archives are served from. */
export const servedFolder = () => join(home(), "assets");

/** Builds the web if its sources changed: in another folder, while pages are served, then in place of the former build. */
export async function buildWeb() {
  if (isReleased) {
    keepServed(dist, servedFolder());
    return;
  }
  if (isBuiltFrom(fingerprint())) return;
  await withFileLock(builder, async () => {
    const source = fingerprint();
    // Another process may have built it while this one waited.
    if (isBuiltFrom(source)) return;
    try {
      await build();
      writeFileSync(`${root}apps/web/${aside}/.built-from`, source);
      swapBuilds(dist, `${root}apps/web/${aside}`);
    } finally {
      rmSync(`${root}apps/web/${aside}`, { recursive: true, force: true });
    }
  });
}

const isBuiltFrom = (source: string) => existsSync(stamp) && readFileSync(stamp, "utf8") === source;

/** The files of the build, compressed: those that are not yet, `lanes` at a time. */
export const compressWeb = (lanes = availableParallelism()) =>
  compressFiles(
    assetFolders.flatMap((folder) => filesIn(`${dist}/${folder}`).map((name) => `${dist}/${folder}/${name}`)),
    lanes,
  );

/** The API in one file, for the next start; a small machine goes on without it. */
export async function bundleApi() {
  if (isReleased || bundled() || !hasRoom()) return;
  await new Promise<void>((done, failed) => {
    const maker = spawn(process.execPath, [`${root}scripts/bundle.ts`], {
      cwd: root,
      stdio: ["ignore", "ignore", "pipe"],
    });
    // People who read pages come before the build.
    if (maker.pid) setPriority(maker.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    let said = "";
    maker.stderr.on("data", (text: Buffer) => (said += text.toString()));
    maker.on("error", failed);
    maker.on("exit", (code, signal) => (code === 0 || signal ? done() : failed(new Error(said))));
    onStop(() => maker.kill());
  });
}

async function build() {
  console.log("Building the web…");
  await new Promise<void>((done, failed) => {
    const env = { ...process.env, NODE_ENV: "production", NO_COLOR: "1", WEB_DIST: aside };
    const args = [`${root}node_modules/vite/bin/vite.js`, "build", "--app", "--config", "apps/web/vite.config.ts"];
    const vite = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [vite.stdout, vite.stderr]) stream.on("data", (text: Buffer) => (said += text.toString()));
    vite.on("exit", (code) => {
      if (code === 0) return done();
      if (!isStopping()) console.error(said);
      return failed(new Misconfigured("The web could not be built: see above."));
    });
    onStop(() => vite.kill());
  });
}

function fingerprint() {
  const hash = createHash("sha256");
  const made = ["package-lock.json", "apps/web/{*.html,*.ts,build/*.ts}", "{apps/web,packages/schema}/src/**/*.*"];
  for (const file of globSync(made, { cwd: root, exclude: (path) => path.includes("generated") }).toSorted())
    hash.update(file).update(readFileSync(root + file));
  return hash.digest("hex");
}
