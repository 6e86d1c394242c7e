import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Misconfigured } from "../config.ts";
import { onStop } from "../stop.ts";
import { assetFolders, swapBuilds } from "./builds.ts";
import { compressFiles } from "./compressFiles.ts";

const root = fileURLToPath(new URL("../../../../..", import.meta.url));
const dist = `${root}apps/web/dist`;
const aside = "dist-next";
const stamp = `${dist}/.built-from`;
const builder = `${root}node_modules/.cache/web-is-built-by`;

/** Builds the web if what it is made of has changed: aside, while pages go on being served, then in the place of the former. */
export async function buildWeb() {
  while (beingBuilt()) await setTimeout(200);
  const source = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === source) return;
  mkdirSync(dirname(builder), { recursive: true });
  writeFileSync(builder, String(process.pid));
  try {
    await build();
    writeFileSync(`${root}apps/web/${aside}/.built-from`, source);
    swapBuilds(dist, `${root}apps/web/${aside}`);
  } finally {
    rmSync(`${root}apps/web/${aside}`, { recursive: true, force: true });
    rmSync(builder);
  }
}

/** The files of the build, compressed: those that are not yet, `lanes` at a time. */
export const compressWeb = (lanes = availableParallelism()) =>
  compressFiles(
    assetFolders.map((folder) => `${dist}/${folder}`),
    lanes,
  );

/** True if another process builds: two would write over each other. */
function beingBuilt() {
  try {
    const recent = Date.now() - statSync(builder).mtimeMs < 180_000;
    return recent && process.kill(Number(readFileSync(builder, "utf8")), 0);
  } catch {
    return false;
  }
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
      console.error(said);
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
