import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const acts = globSync("{features,pages,shared}/**/*.{ts,tsx}", { cwd: root }).flatMap((file) => {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/const (\w+) = useAct\(/g)].map(([declared, name]) => ({
    act: `${file} ${name!}`,
    rest: text.replace(declared, ""),
    name: name!,
  }));
});

/** True if its failure is shown here; false if the whole act is handed to the component that shows it. */
const isTold = ({ rest, name }: (typeof acts)[number]) =>
  new RegExp(String.raw`\b${name}\.failed|\b${name}\b(?![.\w]|\??: )`).test(rest);

/** Acts whose failure is said by what `run` gave back. */
const saidOtherwise = [
  "features/keyPointWriting/Merge.tsx undone",
  "features/questionnaireWriting/useMoves.ts question",
  "features/questionnaireWriting/useMoves.ts section",
];

test("an act that nobody answered says so where it was asked", () => {
  expect(acts.length).toBeGreaterThan(200);
  expect(acts.filter((one) => !isTold(one) && !saidOtherwise.includes(one.act)).map(({ act }) => act)).toEqual([]);
});
