import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { compressFiles } from "./compressFiles.ts";

const folder = mkdtempSync(join(tmpdir(), "compressed-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

test("a file that browsers read is there in both encodings; one that is there already is not made again", async () => {
  const script = "export const it = 1;\n".repeat(100);
  writeFileSync(at("a.js"), script);
  writeFileSync(at("b.css"), "a{}");
  writeFileSync(at("b.css.br"), "kept");
  writeFileSync(at("font.woff2"), "as it is");

  await compressFiles(readdirSync(folder).map(at), 2);

  expect(readdirSync(folder)).toEqual(["a.js", "a.js.br", "a.js.gz", "b.css", "b.css.br", "b.css.gz", "font.woff2"]);
  expect(brotliDecompressSync(readFileSync(at("a.js.br"))).toString()).toBe(script);
  expect(gunzipSync(readFileSync(at("a.js.gz"))).toString()).toBe(script);
  expect(readFileSync(at("b.css.br"), "utf8")).toBe("kept");
});
