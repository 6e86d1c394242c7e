import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const web = join(import.meta.dirname, "..");

/** Fragments of a component that bring others, and do not say which one is read: Apollo refuses them in a browser. */
function unnamed(file: string) {
  const text = readFileSync(join(web, file), "utf8");
  return [...text.matchAll(/use(?:Suspense)?Fragment\(\{(.*?)\}\)/gs)]
    .filter(([, asked]) => !asked!.includes("fragmentName"))
    .map(([, asked]) => /fragment: (\w+)/.exec(asked!)?.[1] ?? "fragment")
    .filter((name) => new RegExp(`const ${name}\\b[^=]*= gql\`[^\`]*\\$\\{`).test(text))
    .map((name) => `${file}: ${name}`);
}

test("a component that reads a fragment with others in it names its own", () => {
  const files = globSync("**/*.tsx", { cwd: web });
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap(unnamed)).toEqual([]);
});
