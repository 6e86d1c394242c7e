import { searchedKinds } from "../../../platform/searched.ts";
import { isOpened } from "../../ground/group/group.sql.ts";

/** Newest contributions that are ranked: the rest is left to filters. */
const mostOfOwn = 300;

/** What else is ranked, newest first. */
const mostElsewhere = 2000;

/** Values that a search is made with; null where it does not filter. */
export interface Asked {
  words: string;
  group: string | null;
  /** Ids of the territory and of those within it, and of the region it is in. */
  territories: string[] | null;
  region: string | null;
  from: string | null;
  to: string | null;
}

/** SQL: what holds the words, as `kind`, `id`, `told` (a day) and `rank`, a whole number; with its values. */
export function foundSql(asked: Asked) {
  const values: unknown[] = [asked.words];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const group = asked.group && `(select id from working_group where slug = ${bind(asked.group)})`;
  const territories = asked.territories && `${bind(asked.territories)}::uuid[]`;
  const region = asked.region && bind(asked.region);
  const from = asked.from && `${bind(asked.from)}::date`;
  const to = asked.to && `${bind(asked.to)}::date`;
  const words = "$1::tsquery";
  const rank = (document: string) => `(1000000 * ts_rank_cd('{0.1, 0.2, 0.4, 1}', ${document}, ${words}, 1))::int`;

  const within = (of: { group: string; territory: string; on: string }) => [
    ...(group ? [`${of.group} = ${group}`] : []),
    ...(territories ? [`${of.territory} = any(${territories})`] : []),
    ...(from ? [`${of.on} >= ${from}`] : []),
    ...(to ? [`${of.on} <= ${to}`] : []),
  ];
  const own = searchedKinds().flatMap(([name, kind]) => {
    if (!kind.words) return [];
    const conditions = [kind.readable, `s.document @@ ${words}`, ...within(kind)];
    if (region && kind.inRegion) conditions.push(kind.inRegion(region));
    return `select '${name}' as kind, id, told, ${rank("document")} as rank from (
      select it.id, ${kind.on} as told, s.document from ${kind.table} it join ${kind.words}
      where ${conditions.join(" and ")} order by ${kind.on} desc, it.id desc limit ${mostOfOwn}) newest`;
  });
  const shared = searchedKinds().flatMap(([name, kind]) =>
    kind.words
      ? []
      : `select ${kind.on} as told, ${kind.group} as group_id, ${kind.territory} as territory_id
         from ${kind.table} it where s.kind = '${name}' and it.id = s.id and ${kind.readable}`,
  );
  const conditions = [
    isOpened("f.group_id"),
    ...within({ group: "f.group_id", territory: "f.territory_id", on: "f.told" }),
  ];
  const elsewhere = `select s.kind, s.id, f.told, ${rank("s.document")} as rank from (
      select kind, id, document from search_text where document @@ ${words} order by id desc limit ${mostElsewhere}) s
    cross join lateral (${shared.join(" union all ")}) f where ${conditions.join(" and ")}`;
  return { text: [...own, elsewhere].join(" union all "), values, bind };
}
