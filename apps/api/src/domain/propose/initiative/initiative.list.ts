import type { InitiativeFilter } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { connection, pageOf } from "../../../platform/data/paginate.ts";
import { columnsOf, prepared } from "../../../platform/data/statement.ts";
import { type Territory, Territories } from "../../ground/territory/territory.entity.ts";
import { type Initiative, Initiatives } from "./initiative.entity.ts";
import { judgedGroups } from "./initiative.policy.ts";
import { readableInitiative } from "./initiative.queries.ts";

/** A page of initiatives; what is counted is read only when it is asked for. */
export interface InitiativeConnection {
  nodes: Initiative[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  totalCount: number | (() => Promise<number>);
  regions: { territory: Territory; count: number }[] | (() => Promise<{ territory: Territory; count: number }[]>);
}

interface Paging {
  first?: number | null;
  after?: string | null;
}

/**
 * An initiative `it` is an example under the theme `th` elsewhere than in its own group, as a room above knows; its value
 * is bound as `$8`.
 */
export interface ExampleOf {
  condition: string;
  value: unknown;
}

/** Readable initiatives `it` that pass a filter, whatever of it is given: one SQL text for all cases. */
const left = (exampleOf: string) => `${readableInitiative("$1")} and it.state = $2 and it.status = $9
  and ($3::text is null or it.sector = $3)
  and ($4::text is null or exists (select from territory t where t.slug = $4 and
    (t.id = it.territory_id or t.id = it.region_id
      or t.id = (select region2012_id from territory where id = it.territory_id))))
  and ($5::text is null or (it.criteria->>$5)::int >= 2)
  and ($6::text is null or
    lower(unaccent(concat_ws(' ', it.name, it.town, it.summary))) like all (
      select '%' || replace(replace(replace(word, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
      from regexp_split_to_table(lower(unaccent($6)), '\\s+') word))
  and ($7::text is null or exists (select from theme th where th.slug = $7 and (
    exists (select from working_group g where g.id = it.group_id and g.theme_id = th.id)
    or ${exampleOf})))`;

/** The examples from the field that can be read, by name. */
export async function initiatives(
  context: Context,
  filter: InitiativeFilter | null | undefined,
  paging: Paging,
  exampleOf: ExampleOf,
): Promise<InitiativeConnection> {
  const { db, viewer } = context;
  const there = left(exampleOf.condition);
  const given = (text: string | null | undefined) => text?.replaceAll("\0", "").trim() || null;
  const state = filter?.state ?? "VALIDATED";
  const values = [
    judgedGroups(viewer),
    state,
    given(filter?.sector),
    given(filter?.territory),
    given(filter?.criterion),
    given(filter?.search)?.slice(0, 200) ?? null,
    given(filter?.theme),
    exampleOf.value,
    filter?.status ?? (state === "RETURNED" || state === "DECLINED" ? "HIDDEN" : "VISIBLE"),
  ];
  const page = pageOf(paging, 2);
  const rows = await prepared<Initiative>(
    db,
    `initiative: list${page.after ? " after" : ""}`,
    `select ${columnsOf(db, Initiatives)} from initiative it where ${there}
     ${page.after ? "and (it.name, it.id) > ($11::text, $12::uuid)" : ""} order by it.name, it.id limit $10`,
    [...values, page.limit + 1, ...(page.after ?? [])],
  );
  return {
    ...connection(rows, page, (row) => [row.name, row.id]),
    totalCount: async () => {
      const text = `select count(*)::int as count from initiative it where ${there}`;
      return (await prepared<{ count: number }>(db, "initiative: count", text, values))[0]!.count;
    },
    regions: () => regionsOf(context, there, values),
  };
}

async function regionsOf({ db }: Context, there: string, values: unknown[]) {
  const rows = await prepared<Territory & { count: number }>(
    db,
    "initiative: regions",
    `select ${columnsOf(db, Territories, "r")}, coalesce(found.count, 0)::int as count from territory r
     left join (select it.region_id, count(*) from initiative it where ${there} group by 1) found
       on found.region_id = r.id
     where r.kind = 'REGION' order by r.slug`,
    values,
  );
  return rows.map(({ count, ...territory }) => ({ territory, count }));
}
