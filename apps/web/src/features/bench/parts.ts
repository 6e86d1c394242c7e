import { m } from "@cahier/schema/messages";
import type { StatementPart } from "../../graphql/operations.generated.ts";

/** The parts of an argument, in the order it is read. */
export const parts = {
  PROBLEM: m.bench_part_PROBLEM,
  ARGUMENT: m.bench_part_ARGUMENT,
  MEASURE: m.bench_part_MEASURE,
  EFFECT: m.bench_part_EFFECT,
  LIMIT: m.bench_part_LIMIT,
} satisfies Record<StatementPart, () => string>;

export const partNames = Object.keys(parts) as StatementPart[];
