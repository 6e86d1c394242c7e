/** A class that no component draws is a rule nobody dares to take away. */
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const textOf = (file: string) => readFileSync(join(root, file), "utf8");
const components = globSync("**/*.{ts,tsx}", { cwd: root }).filter((file) => !file.includes(".generated."));

test("every class of a stylesheet of a component is drawn by one of those that import it", () => {
  const texts = components.map((file) => textOf(file));
  const all = texts.join("\n");
  const undrawn = globSync("**/*.module.css", { cwd: root }).flatMap((file) => {
    const css = textOf(file).replaceAll(/\/\*[^]*?\*\/|:global\([^)]*\)/g, "");
    const users = texts.filter((text) => text.includes(basename(file))).join("\n");
    // A state may be a class: « styles[state] ».
    const isDrawn = (name: string) =>
      new RegExp(`\\w\\.${name}\\b`).test(users) || (/\bstyles\[/.test(users) && new RegExp(`\\b${name}\\b`).test(all));
    const names = new Set([...css.matchAll(/\.([a-zA-Z]\w*)(?=[\s,{:.[)>+~])/g)].map(([, name]) => name!));
    return [...names].filter((name) => !isDrawn(name)).map((name) => `${file}: ${name}`);
  });
  expect(undrawn).toEqual([]);
});
