import type { KeyPointNature } from "../../graphql/operations.generated.ts";
import { heldBy, type Placed } from "./tree.ts";
import { groupBy } from "../../ui/es2024.ts";

/** Columns of the board, in their order: by nature, and those that nobody stated yet. */
export type Column = "PROBLEMS" | "LEVERS" | "SIDES" | "FINDINGS" | "WORKING";

const columnOfNature: Record<KeyPointNature, Column> = {
  PROBLEM: "PROBLEMS",
  LEVER: "LEVERS",
  ARGUMENT: "SIDES",
  OBJECTION: "SIDES",
  FINDING: "FINDINGS",
  EXAMPLE: "FINDINGS",
  DEFINITION: "FINDINGS",
};

const order: Column[] = ["PROBLEMS", "LEVERS", "SIDES", "FINDINGS", "WORKING"];

/** A key point as the board places it. */
export interface OnBoard extends Placed {
  state: "STATED" | "WORKING" | "MERGED";
  nature: KeyPointNature;
}

/** Columns with the key points in each; those that hold none are left out. */
export function columnsOf<Row extends OnBoard>(rows: readonly Row[]): { column: Column; rows: Row[] }[] {
  const by = groupBy(rows, ({ state, nature }) => (state === "STATED" ? columnOfNature[nature] : "WORKING"));
  return order.flatMap((column) => {
    const its = by.get(column);
    return its ? [{ column, rows: its }] : [];
  });
}

/** As many cards stand side by side on a wide screen. */
const tracks = 4;

/** Tracks that each column takes of them, so that none is much longer than the others: one each, the rest to the longest. */
export function spansOf(lengths: readonly number[]): number[] {
  const spans = lengths.map(() => 1);
  for (let left = tracks - lengths.length; left > 0 && lengths.length > 0; left--) {
    const long = lengths.map((length, at) => length / spans[at]!);
    spans[long.indexOf(Math.max(...long))]!++;
  }
  return spans;
}

interface Near extends OnBoard {
  objective: { id: string };
}

/**
 * Key points that one may be merged with, or put under: of its objective, none of those under it, and stated ones alone
 * for a stated one that is merged.
 */
export function placesFor<Row extends Near>(rows: readonly Row[], it: Row, act: "merge" | "nest"): Row[] {
  const others = rows.filter(({ objective }) => objective.id === it.objective.id);
  const held = heldBy(others, it.id);
  return others.filter(
    ({ id, state }) =>
      !held.has(id) && (act === "nest" ? id !== it.parent?.id : it.state !== "STATED" || state === "STATED"),
  );
}
