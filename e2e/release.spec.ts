import { execFileSync, spawn } from "node:child_process";
import { chmodSync, existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freePort } from "./ownSite.ts";

test("an archive and Node start a site, in an empty folder and within a gigabyte; nothing that builds is in it", async ({
  request,
}) => {
  test.setTimeout(600_000);
  const under = mkdtempSync(join(tmpdir(), "cahier-release-"));
  chmodSync(under, 0o755);
  const root = join(import.meta.dirname, "..");
  try {
    execFileSync(process.execPath, ["scripts/release/release.ts", "--to", under], { cwd: root, stdio: "ignore" });
    const [archive] = globSync("*.tar.gz", { cwd: under });
    expect(readdirSync(under)).toEqual(
      expect.arrayContaining([`${archive}.sha256`, "cahier-commun.service", "docker-compose.yml"]),
    );
    execFileSync("tar", ["-xf", archive!], { cwd: under });
    const folder = join(under, "cahier-commun");
    for (const tool of ["vite", "vitest", "typescript", "oxlint", "@graphql-codegen", "@inlang", "node"])
      expect(existsSync(join(folder, "node_modules", tool)), tool).toBe(false);
    expect(globSync("{apps,packages}/**/*.test.ts", { cwd: folder })).toEqual([]);
    // The compose file in it makes its image of what is there.
    const image = readFileSync(join(folder, "Dockerfile"), "utf8");
    expect(image.match(/^(FROM|COPY) .*/gm)).toEqual(["FROM node:24-slim", "COPY . ."]);
    // Its bill of materials names each package in it, and those that its pages are built of.
    const told = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
    const bill = told("sbom.cdx.json").components.map(({ name }: { name: string }) => name);
    for (const path of globSync("node_modules/{[!@]*,@[!c]*/*}/package.json", { cwd: folder }))
      expect(bill).toContain(told(path).name);
    expect(bill).toEqual(expect.arrayContaining(["react", "fastify", "graphql"]));
    expect(statSync(join(under, archive!)).size).toBeLessThan(90e6);

    const port = String(await freePort());
    const data = join(under, "data");
    const env = { PATH: process.env.PATH, HOME: under, DATA_FOLDER: data, PORT: port, LOG: "errors" };
    // Not `npm start`, whose shell keeps a signal for itself; it is the same command.
    const site = spawn(process.execPath, ["scripts/run.mjs", "start"], {
      cwd: folder,
      env,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    site.stderr.on("data", (text: Buffer) => (said += text.toString()));
    const ended = new Promise<number | null>((done) => site.on("exit", done));
    const at = (path: string) => request.get(`http://127.0.0.1:${port}${path}`).catch(() => null);
    await expect.poll(async () => (await at("/readyz"))?.status(), { timeout: 180_000 }).toBe(200);
    for (const path of ["/", "/en/proposals", "/questionnaires/questionnaire-4", "/open-data.zip"])
      expect((await at(path))?.status(), path).toBe(200);
    // Files of this release that open pages may still ask for are kept beside the data once the next one runs.
    const [file] = readdirSync(join(folder, "apps/web/dist/client/assets"));
    rmSync(join(folder, "apps/web/dist/client/assets", file!));
    expect((await at(`/assets/${file}`))?.status()).toBe(200);
    if (process.platform === "linux") expect(memoryOf(site.pid!, data)).toBeLessThan(1000);

    site.kill("SIGTERM");
    await ended;
    expect(said).toBe("");
    expect(existsSync(join(folder, "var"))).toBe(false);
  } finally {
    rmSync(under, { recursive: true, force: true });
  }
});

/** Megabytes that a site and its database took at most since they began: what they share is counted once. */
function memoryOf(pid: number, data: string): number {
  const children = (of: number): number[] =>
    readFileSync(`/proc/${of}/task/${of}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
  const mostOf = (of: number) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${of}/status`, "utf8"))![1]);
  const shareOf = (of: number) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${of}/smaps_rollup`, "utf8"))![1]);
  const postmaster = Number(readFileSync(join(data, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
  const nodes = [pid, ...children(pid)].map(mostOf);
  const database = [postmaster, ...children(postmaster)].map(shareOf);
  return [...nodes, ...database].reduce((sum, one) => sum + one, 0) / 1024;
}
