/** Tables that people lengthen, without a bound. */
export const growing = new Set(
  "answer contribution contribution_search reading reading_code reading_pair response passage key_point_passage reaction journal_entry meeting minutes_block statement_passage presence attendance recent_text report consent led_nowhere waiting_reaction".split(
    " ",
  ),
);

/** A plan of PostgreSQL, as it tells it. */
export interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Subplan Name"?: string;
  "Index Cond"?: string;
  Filter?: string;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  "Actual Loops"?: number;
  "Actual Rows"?: number;
  "Rows Removed by Filter"?: number;
  Plans?: Plan[];
}

const paging = /Nested Loop|Subquery|Index/;
const scanning = /^(Seq Scan|Index Scan|Index Only Scan|Bitmap Index Scan)$/;

/** Rows that a node looked at, where the plan was run; those that it let pass, each time, and those that it did not. */
const lookedAt = ({ "Actual Loops": loops = 1, "Actual Rows": rows, "Rows Removed by Filter": removed = 0 }: Plan) =>
  rows === undefined ? Infinity : loops * (rows + removed);

/**
 * Growing tables that a plan reads whole: not a page of them, in the order of an index, nor those of a part of one, by an
 * index of that part. `only`: those read whole that way alone. `atLeast`: where the plan was run, those of which it looked
 * at so many rows.
 */
export function readWhole(
  plan: Plan,
  { partial, only = scanning, atLeast = 0 }: { partial?: Set<string>; only?: RegExp; atLeast?: number } = {},
  isPaged = false,
  table = plan["Relation Name"],
): string[] {
  const paged = plan["Node Type"] === "Limit" || (isPaged && paging.test(plan["Node Type"]));
  const here = plan["Relation Name"] ?? table;
  const bounded = plan["Index Cond"] !== undefined || paged || partial?.has(plan["Index Name"] ?? "");
  const found =
    only.test(plan["Node Type"]) && !bounded && here && growing.has(here) && lookedAt(plan) >= atLeast ? [here] : [];
  return [
    ...found,
    ...(plan.Plans ?? []).flatMap((child) => readWhole(child, { partial, only, atLeast }, paged, here)),
  ];
}
