import { m } from "@cahier/schema/messages";
import type { KeyPointNature } from "../../graphql/operations.generated.ts";

/** What a key point can be, in the order a reader meets them. */
export const natures = {
  FINDING: m.bench_nature_FINDING,
  DEFINITION: m.bench_nature_DEFINITION,
  PROBLEM: m.bench_nature_PROBLEM,
  LEVER: m.bench_nature_LEVER,
  ARGUMENT: m.bench_nature_ARGUMENT,
  OBJECTION: m.bench_nature_OBJECTION,
  EXAMPLE: m.bench_nature_EXAMPLE,
} satisfies Record<KeyPointNature, () => string>;

export const natureNames = Object.keys(natures) as KeyPointNature[];
