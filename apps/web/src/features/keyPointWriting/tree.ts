import { groupBy } from "../../ui/es2024.ts";
/** Key point as the tree needs it. */
export interface Placed {
  id: string;
  number: number;
  parent: { id: string } | null;
}

/** One with those that stand under it. */
export interface Branch<Row> {
  row: Row;
  under: Branch<Row>[];
}

/** Key points each under its own, by number; one whose parent is not among them stands at the top. */
export function treeOf<Row extends Placed>(rows: readonly Row[]): Branch<Row>[] {
  const known = new Set(rows.map(({ id }) => id));
  const above = (row: Row) => (row.parent && known.has(row.parent.id) ? row.parent.id : null);
  const byParent = groupBy(
    rows.toSorted((a, b) => a.number - b.number),
    above,
  );
  const branches = (id: string | null): Branch<Row>[] =>
    (byParent.get(id) ?? []).map((row) => ({ row, under: branches(row.id) }));
  return branches(null);
}

/** The same as a list, each with its depth. */
export const inOrder = <Row>(branches: readonly Branch<Row>[], depth = 0): { row: Row; depth: number }[] =>
  branches.flatMap(({ row, under }) => [{ row, depth }, ...inOrder(under, depth + 1)]);

/** The id of one and of all that stands under it: where it cannot go. */
export function heldBy(rows: readonly Placed[], id: string): Set<string> {
  const held = new Set([id]);
  for (const { row } of inOrder(treeOf(rows))) if (row.parent && held.has(row.parent.id)) held.add(row.id);
  return held;
}
