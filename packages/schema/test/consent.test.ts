import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { consentTexts } from "../src/consent.ts";

const folder = new URL("../src/", import.meta.url);
const catalogue = (language: string) =>
  Object.assign(
    {},
    ...globSync(`*/*.${language}.json`, { cwd: folder }).map((file) =>
      JSON.parse(readFileSync(new URL(file, folder), "utf8")),
    ),
  ) as Record<string, string>;

test("a word of what people agree to does not change without another version of it", () => {
  const [fr, en] = [catalogue("fr"), catalogue("en")];
  for (const { words, digest } of Object.values(consentTexts)) {
    const text = [fr, en]
      .flatMap((said) => words.map((key) => said[key]))
      .join("\n")
      .replaceAll(/[\u00a0\u202f]/g, " "); // Spaces of signs are no words.
    expect(createHash("sha256").update(text).digest("hex").slice(0, 16)).toBe(digest);
  }
});
