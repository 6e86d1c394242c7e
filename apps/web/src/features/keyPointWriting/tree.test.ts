import { expect, test } from "vitest";
import { heldBy, inOrder, treeOf } from "./tree.ts";

const row = (id: string, number: number, parent?: string) => ({ id, number, parent: parent ? { id: parent } : null });
const rows = [row("c", 3, "a"), row("a", 2), row("d", 4, "c"), row("b", 1), row("lost", 5, "elsewhere")];

test("each stands under its own, by number; one whose parent is not there stands at the top", () => {
  expect(inOrder(treeOf(rows)).map(({ row: { id }, depth }) => `${depth} ${id}`)).toEqual([
    "0 b",
    "0 a",
    "1 c",
    "2 d",
    "0 lost",
  ]);
});

test("one cannot go under itself, nor under what it holds, however deep", () => {
  expect([...heldBy(rows, "a")]).toEqual(["a", "c", "d"]);
  expect([...heldBy(rows, "b")]).toEqual(["b"]);
});
