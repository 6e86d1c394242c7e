import { expect, test } from "vitest";
import { joined } from "./joined.ts";

/** Files of a site: what each imports, and how long it is. */
type Files = Record<string, [imports: string[], size?: number]>;

/** The name of the file in which each comes, of pages that the first script loads later. */
function filesOf(files: Files) {
  const ids = Object.keys(files);
  const know = (id: string) => {
    const [importedIds, size = 100] = files[id]!;
    const dynamicImporters = id.endsWith("Page") ? ["first"] : [];
    return { code: "x".repeat(size), isEntry: id === "first", importedIds, dynamicImporters };
  };
  const nameOf = joined(ids, know, () => false);
  return Object.fromEntries(ids.map((id) => [id, nameOf(id)]));
}

test("what the same pages need comes in one file; the first script and what one page needs stay where they are", () => {
  const { a, b, own, base } = filesOf({
    first: [["base"]],
    base: [[]],
    OnePage: [["a", "b", "own", "base"]],
    OtherPage: [["a", "b", "base"]],
    a: [[], 9000],
    b: [[], 9000],
    own: [[]],
  });
  expect(a).toBe("joined0");
  expect(b).toBe(a);
  expect([own, base]).toEqual([null, null]);
});

test("a small file is joined to another one that most of its pages load; a large one, which a page would load in vain, is not", () => {
  const of = (size: number) =>
    filesOf({
      first: [[]],
      OnePage: [["all", "some"]],
      OtherPage: [["all", "some"]],
      ThirdPage: [["all"]],
      all: [[], 9000],
      some: [[], size],
    });
  const small = of(100);
  expect(small.some).toBe(small.all);
  const large = of(9000);
  expect(large.some).not.toBe(large.all);
});

test("files that would wait for each other by a third are not joined", () => {
  const { top, low } = filesOf({
    first: [[]],
    OnePage: [["top"]],
    OtherPage: [["top"]],
    ShownPage: [["low"]],
    FourthPage: [["low"]],
    top: [["ShownPage"]],
    low: [[]],
  });
  expect(low).not.toBeNull();
  expect(top).not.toBe(low);
});

test("a page that another one shows keeps the file of its name", () => {
  const { OnePage, shown } = filesOf({
    first: [[]],
    OnePage: [["shown"]],
    OtherPage: [["OnePage"]],
    shown: [[]],
  });
  expect([OnePage, shown]).toEqual([null, null]);
});
