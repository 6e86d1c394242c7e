/** Under so many people, a cell of a cross table is not shown. */
export const fewest = 5;

/**
 * A cross table: how many people of each group (a row) chose what (a column), each once. The total of each column is
 * public, as is how many of each group answered.
 */
export type Table = readonly (readonly number[])[];

type Cell = readonly [row: number, column: number];

/**
 * Cells of a cross table that may be shown. The rule:
 * - no cell under five people, none included, and nothing of a group of which fewer than five answered;
 * - what is hidden of a row or of a column amounts to five people at least: where it would not, the smallest cell that
 *   is shown there is hidden too;
 * - no cell of one to four people can be worked out from the cells that are shown, the totals, and the fact that nobody
 *   is counted less than zero times: while one could, one more cell is hidden, the smallest that prevents it.
 * The totals are always shown: a cell that they alone reveal can't be hidden.
 */
export function shownCells(table: Table): boolean[][] {
  const shown = table.map((row) => row.map((count) => count >= fewest && sum(row) >= fewest));
  const lines = linesOf(table);
  for (;;) {
    const telling = tellingOf(table, shown, lines);
    if (!telling) return shown;
    shown[telling[0]]![telling[1]] = false;
  }
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** All rows, then all columns, as lists of cells. */
const linesOf = (table: Table): Cell[][] => [
  ...table.map((row, i) => row.map((_, j): Cell => [i, j])),
  ...(table[0] ?? []).map((_, j) => table.map((__, i): Cell => [i, j])),
];

/** A cell that has to be hidden too, since it tells one that is. */
function tellingOf(table: Table, shown: boolean[][], lines: Cell[][]): Cell | undefined {
  const left = (cells: Cell[]) =>
    cells.filter(([i, j]) => shown[i]![j]).toSorted(([a, b], [c, d]) => table[a]![b]! - table[c]![d]!);
  for (const line of lines) {
    const hidden = sum(line.map(([i, j]) => (shown[i]![j] ? 0 : table[i]![j]!)));
    const [smallest] = left(line);
    if (hidden > 0 && hidden < fewest && smallest) return smallest;
  }
  const cells = lines.slice(0, table.length).flat();
  for (const cell of cells) {
    const [i, j] = cell;
    const count = table[i]![j]!;
    if (shown[i]![j] || count === 0 || count >= fewest || canDiffer(table, shown, cell)) continue;
    const others = left(cells);
    const beside = others.filter(([a, b]) => a === i || b === j);
    const found = others.find((other) => canDiffer(table, without(shown, other), cell)) ?? beside[0] ?? others[0];
    if (found) return found;
  }
  return undefined;
}

const without = (shown: boolean[][], [row, column]: Cell) =>
  shown.map((cells, i) => (i === row ? cells.map((isShown, j) => isShown && j !== column) : cells));

/**
 * True if a hidden cell could hold another number, all that is shown staying as it is. It could if one more there, or one
 * less, is made up for by hidden cells along a cycle: a step from a row to a column adds one to their cell, a step from a
 * column to a row takes one from theirs, which has to hold one.
 */
function canDiffer(table: Table, shown: boolean[][], [row, column]: Cell) {
  const rows = table.length;
  const columns = table[row]!.length;
  const reaches = (from: number, to: number) => {
    const met = new Set([from]);
    for (const node of met) {
      if (node === to) return true;
      for (let other = 0; other < (node < rows ? columns : rows); other++) {
        const [i, j] = node < rows ? [node, other] : [other, node - rows];
        if ((i === row && j === column) || shown[i]![j] || (node >= rows && table[i]![j] === 0)) continue;
        met.add(node < rows ? rows + other : other);
      }
    }
    return false;
  };
  return reaches(rows + column, row) || reaches(row, rows + column);
}
