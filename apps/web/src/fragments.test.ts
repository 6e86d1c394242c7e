/** A fragment that another one is spread in is read by its name: without one, the page that reads it fails. */
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");

test("a fragment with another one in it is read by its name", () => {
  const nameless = globSync("apps/web/src/**/*.tsx", { cwd: root }).flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    const read = text.matchAll(/useSuspenseFragment\(\{\s*fragment(?:: (\w+))?,(?!\s*fragmentName)/g);
    return [...read].flatMap(([, name = "fragment"]) => {
      const from = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "(\\.[^"]+)"`).exec(text)?.[1];
      const source = from ? readFileSync(join(root, dirname(file), from), "utf8") : text;
      const [, written = ""] = new RegExp(`const ${name}\\b[^\`]*gql\`([^\`]*)\``).exec(source) ?? [];
      return written.includes("${") ? [file] : [];
    });
  });
  expect(nameless).toEqual([]);
});

test("pages and fragments are read by graphql/read.ts: the API has no cache to read them from", () => {
  const others = globSync("apps/web/src/**/*.{ts,tsx}", { cwd: root }).filter((file) =>
    /import \{[^}]*\b(useReadQuery|useSuspenseFragment)\b[^}]*\} from "@apollo/.test(
      readFileSync(join(root, file), "utf8"),
    ),
  );
  expect(others).toEqual(["apps/web/src/graphql/read.ts"]);
});
