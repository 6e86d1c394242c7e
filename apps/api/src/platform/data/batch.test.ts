import { expect, test } from "vitest";
import { batches, grouped } from "./batch.ts";

test("keys asked together are fetched together, each once", async () => {
  const batch = batches();
  const fetched: string[][] = [];
  const length = (key: string) =>
    batch("length", async (keys) => {
      fetched.push(keys);
      return new Map(keys.filter((each) => each !== "nobody").map((each) => [each, each.length]));
    })(key);

  expect(await Promise.all([length("a"), length("bb"), length("a"), length("nobody")])).toEqual([1, 2, 1, undefined]);
  expect(await length("ccc")).toBe(3);
  expect(fetched).toEqual([["a", "bb", "nobody"], ["ccc"]]);
});

test("a fetch that fails rejects the keys that were asked with it, and no others", async () => {
  const batch = batches();
  const broken = (key: string) => batch("broken", () => Promise.reject(new Error("no")))(key);
  await expect(broken("a")).rejects.toThrow("no");
  await expect(batch("sound", async () => new Map([["a", 1]]))("a")).resolves.toBe(1);
});

test("rows are grouped under what they belong to", () => {
  const rows = [
    { of: "a", n: 1 },
    { of: "b", n: 2 },
    { of: "a", n: 3 },
  ];
  expect(grouped(rows, (row) => row.of).get("a")).toEqual([rows[0], rows[2]]);
});
