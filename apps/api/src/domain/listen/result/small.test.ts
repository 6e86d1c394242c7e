import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fewest, shownCells, type Table } from "./small.ts";

/** Small cross tables, in which most cells are under the limit. */
const tables = (rows: number, columns: number, most: number) =>
  fc.array(fc.array(fc.nat(most), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
const column = (table: Table, j: number) => table.map((row) => row[j]!);
const lines = (table: Table) => [
  ...table.map((row, i) => row.map((_, j) => [i, j] as const)),
  ...table[0]!.map((_, j) => table.map((__, i) => [i, j] as const)),
];

/**
 * All that somebody with a pencil finds out: for each cell, the numbers it could hold, given the totals of rows and
 * columns and the cells that are shown. Tries everything, cell after cell.
 */
function possible(table: Table, shown: boolean[][]): Set<number>[][] {
  const found = table.map((row) => row.map(() => new Set<number>()));
  const guess = table.map((row) => row.map(() => 0));
  const rowLeft = table.map(sum);
  const columnLeft = table[0]!.map((_, j) => sum(column(table, j)));
  const cells = table.flatMap((row, i) => row.map((_, j) => [i, j] as const));
  const place = (index: number) => {
    if (index === cells.length) {
      if (rowLeft.some(Boolean) || columnLeft.some(Boolean)) return;
      for (const [i, j] of cells) found[i]![j]!.add(guess[i]![j]!);
      return;
    }
    const [i, j] = cells[index]!;
    // The row before is over: what is left of it has nowhere to go.
    if (j === 0 && i > 0 && rowLeft[i - 1]! > 0) return;
    const most = Math.min(rowLeft[i]!, columnLeft[j]!);
    const wanted = table[i]![j]!;
    for (let value = shown[i]![j] ? wanted : 0; value <= (shown[i]![j] ? Math.min(wanted, most) : most); value++) {
      guess[i]![j] = value;
      rowLeft[i]! -= value;
      columnLeft[j]! -= value;
      place(index + 1);
      rowLeft[i]! += value;
      columnLeft[j]! += value;
    }
  };
  place(0);
  return found;
}

const isSmall = (count: number) => count > 0 && count < fewest;
const nothing = (table: Table) => table.map((row) => row.map(() => false));

describe("a cross table", () => {
  test("shows no cell under five people, none included, and nothing of a group of fewer than five", () => {
    const holds = fc.property(tables(4, 4, 9), (table) => {
      const shown = shownCells(table);
      return table.every((row, i) => row.every((count, j) => !shown[i]![j] || Math.min(count, sum(row)) >= fewest));
    });
    expect(() => fc.assert(holds)).not.toThrow();
  });

  test("hides five people at least wherever it hides some, as long as something of that line is shown", () => {
    const holds = fc.property(tables(4, 5, 12), (table) => {
      const shown = shownCells(table);
      return lines(table).every((line) => {
        const hidden = sum(line.map(([i, j]) => (shown[i]![j] ? 0 : table[i]![j]!)));
        return !isSmall(hidden) || !line.some(([i, j]) => shown[i]![j]);
      });
    });
    expect(() => fc.assert(holds)).not.toThrow();
  });

  test.each([
    [2, 3, 8],
    [3, 2, 8],
    [3, 3, 7],
    [4, 2, 7],
    [2, 2, 12],
  ])(
    "of %i groups and %i choices tells nobody who tries everything how many a small cell holds, unless the totals do",
    (rows, columns, most) => {
      const holds = fc.property(tables(rows, columns, most), (table) => {
        const found = possible(table, shownCells(table));
        const anyhow = possible(table, nothing(table));
        return table.every((row, i) =>
          row.every((count, j) => !isSmall(count) || anyhow[i]![j]!.size === 1 || found[i]![j]!.size > 1),
        );
      });
      expect(() => fc.assert(holds, { numRuns: 150 })).not.toThrow();
    },
    60_000,
  );

  test("is shown whole where everything in it is large", () => {
    const large = fc.array(fc.integer({ min: 5, max: 90 }), { minLength: 4, maxLength: 4 });
    const holds = fc.property(fc.array(large), (table) => shownCells(table).flat().every(Boolean));
    expect(() => fc.assert(holds)).not.toThrow();
  });

  test("with one small cell hides four: it could be found from its row or from its column", () => {
    const shown = shownCells([
      [9, 2, 7],
      [8, 9, 8],
      [7, 9, 9],
    ]);
    expect(shown.flat().filter((isShown) => !isShown).length).toBe(4);
    expect(shown[0]![1]).toBe(false);
  });

  test("with one small group hides what of others would tell it", () => {
    const shown = shownCells([
      [2, 1],
      [6, 7],
      [20, 30],
    ]);
    expect(shown).toEqual([
      [false, false],
      [false, false],
      [true, true],
    ]);
  });

  test("finds a cell that only the totals of two halves tell", () => {
    // Two cycles of hidden cells, and one cell between them: rows and columns of one half, subtracted, give it.
    const table = [
      [4, 4, 40, 40],
      [4, 4, 3, 40],
      [40, 40, 4, 4],
      [40, 40, 4, 4],
    ];
    const shown = shownCells(table);
    const beside = [...table[1]!.keys()].filter((j) => j !== 2 && !shown[1]![j]);
    expect(shown[1]![2]).toBe(false);
    expect(shown.flat().filter((isShown) => !isShown).length).toBeGreaterThan(9);
    expect(beside.length).toBeGreaterThan(0);
  });
});
