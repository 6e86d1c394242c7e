import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { testApi } from "../site/api.ts";
import { statementsOf } from "../site/statements.ts";
import { Interlocutors } from "../../src/domain/ground/interlocutor/interlocutor.entity.ts";
import { Axes } from "../../src/domain/ground/theme/theme.entity.ts";
import { free, freeSlug, numberedSlug, wordsOfPages } from "../../src/platform/data/freeSlug.ts";

describe("a name that is free", () => {
  /** Looks for a name among numbers that are taken. */
  async function found(taken: (number: number) => boolean) {
    const looked: string[] = [];
    const name = await free("x", async (one) => {
      looked.push(one);
      return taken(one === "x" ? 1 : Number(one.slice(2)));
    });
    return { name, looks: looked.length };
  }

  test.each([
    [0, "x"],
    [1, "x-2"],
    [2, "x-3"],
    [7, "x-8"],
    [8, "x-9"],
  ])("after %i of the same it is %s", async (count, name) => {
    expect((await found((number) => number <= count)).name).toBe(name);
  });

  test("after ten thousand it is found in thirty looks", async () => {
    const { name, looks } = await found((number) => number <= 10_000);
    expect(name).toBe("x-10001");
    expect(looks).toBeLessThan(30);
  });

  test("where some were removed it is one of those", async () => {
    const taken = new Set([1, 2, 4, 5]);
    expect((await found((number) => taken.has(number))).name).toMatch(/^x-(3|6)$/);
  });
});

test("no row takes the place of a page: whatever stands beside a name in addresses is reserved", () => {
  const paths = globSync("../../../web/src/*.routes.tsx", { cwd: import.meta.dirname }).flatMap((file) =>
    [...readFileSync(new URL(file, import.meta.url), "utf8").matchAll(/"(\/[a-z-]+)\/(:slug|[a-z-]+)["/]/g)].map(
      ([, under, name]) => ({ under: under!, name: name! }),
    ),
  );
  const named = new Set(paths.flatMap(({ under, name }) => (name === ":slug" ? [under] : [])));
  const beside = paths.filter(({ under, name }) => named.has(under) && name !== ":slug").map(({ name }) => name);
  expect(beside).toContain("new");
  expect(beside.filter((name) => !wordsOfPages.has(name))).toEqual([]);
});

describe("in a database", () => {
  const api = testApi();

  test("an office that is called « New » is not at the address of the page that adds one", async () => {
    expect(await freeSlug(api.database.manager, Interlocutors, "New", "interlocuteur")).toBe("new-2");
    expect(await freeSlug(api.database.manager, Interlocutors, "…", "interlocuteur")).toBe("interlocuteur");
  });

  test("a numbered row has the name of its group where another one has its number, then a number of its own", async () => {
    const named = (db = api.database.manager) => numberedSlug(db, Axes, "axe-1", "jardins");
    const add = () =>
      api.database.transaction(async (tx) => {
        const slug = await named(tx);
        await tx.insert(Axes, { slug, name: slug, keywords: [], position: 1 });
        return slug;
      });
    expect((await Promise.all([add(), add(), add()])).toSorted()).toEqual([
      "axe-1",
      "axe-1-jardins",
      "axe-1-jardins-2",
    ]);
    await api.database.query(`insert into axis (slug, name, keywords, position)
      select 'axe-1-jardins-' || n, 'x', '{}', 1 from generate_series(3, 1000) n`);
    const statements = await statementsOf(async () => expect(await named()).toBe("axe-1-jardins-1001"));
    expect(statements.length).toBeLessThan(30);
  });

  test("of two with the same name at once, both are kept", async () => {
    const add = () =>
      api.database.transaction(async (tx) => {
        const slug = await freeSlug(tx, Axes, "Même nom", "axe");
        await tx.insert(Axes, { slug, name: "Même nom", keywords: [], position: slug.length });
        return slug;
      });
    expect((await Promise.all([add(), add(), add()])).toSorted()).toEqual(["meme-nom", "meme-nom-2", "meme-nom-3"]);
  });
});
