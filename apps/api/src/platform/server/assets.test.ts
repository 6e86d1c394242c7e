import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import Fastify from "fastify";
import { expect, test } from "vitest";
import { serveAssets } from "./assets.ts";

const place = mkdtempSync(join(tmpdir(), "assets-"));
const folders = ["client", "former"].map((name) => join(place, name));
for (const folder of folders) mkdirSync(folder);
writeFileSync(join(folders[0]!, "-page1.js"), "one");
writeFileSync(join(folders[1]!, "page-0.js"), "zero");
writeFileSync(join(folders[1]!, "page-0.js.br"), brotliCompressSync("zero"));
writeFileSync(join(place, "secret"), "told to nobody");

const app = Fastify();
await serveAssets(app, folders);
const asked = (name: string) => app.inject({ url: `/assets/${name}`, headers: { "accept-encoding": "br, gzip" } });

test("a file of any build is served for good, compressed where it is", async () => {
  const page = await asked("-page1.js");
  expect(page.body).toBe("one");
  expect(page.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(page.headers["content-encoding"]).toBeUndefined();
  const former = await asked("page-0.js");
  expect(former.headers["content-encoding"]).toBe("br");
  expect(former.headers["content-type"]).toContain("javascript");
  expect(former.headers.vary).toBe("accept-encoding");
});

test("a file goes on being served once another build took the place of its own", async () => {
  renameSync(join(folders[0]!, "-page1.js"), join(folders[1]!, "-page1.js"));
  expect((await asked("-page1.js")).body).toBe("one");
});

test("nothing beside the files of the builds is served", async () => {
  for (const name of ["../secret", "..%2Fsecret", "%2e%2e%2fsecret", "..", ".", "page-9.js", "%00"]) {
    const { statusCode, body } = await asked(name);
    expect(statusCode).toBe(404);
    expect(body).not.toContain("told");
  }
});
