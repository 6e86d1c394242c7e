/** Source of one kind of waiting matter: a bounded statement over rows that the viewer may act on. */
import { countedOneByOne } from "@cahier/schema/limits";
import type { MatterKind } from "../../../graphql/resolvers.generated.ts";
import type { Viewer } from "../../../platform/viewer.ts";

/** Most things of one kind that are told; the others come as these are done. */
export const mostOfAKind = 50;

/** Most texts that are counted as one thing: one more than are told, which says that there are more. */
export const mostCounted = countedOneByOne + 1;

/** Values about the reader that a source may bind, each once. */
export interface Reader {
  viewer: Viewer & { id: string };
  today: string;
  bind: (value: unknown) => string;
}

/** SQL of the rows of one kind; null where the viewer has nothing to do with them. */
export type Source = (reader: Reader) => string | null;

/** Columns of a row, each in SQL; what is not said is null, one thing, promised to nobody. */
interface Told {
  id: string;
  group: string;
  path: string;
  count?: string;
  since?: string;
  due?: string;
  promised?: boolean;
  title?: string;
  excerpt?: string;
  number?: string;
}

/** SQL: the columns that every source answers. */
export const told = (
  kind: MatterKind,
  it: Told,
) => `'${kind}' as kind, ${it.id} as "subjectId", ${it.group} as "groupId",
  (${it.count ?? "1"})::int as count, (${it.since ?? "null"})::date::text as since, (${it.due ?? "null"})::date::text as due,
  ${it.promised ?? false} as promised, ${it.title ?? "null"}::text as title,
  left(${it.excerpt ?? "null"}::text, 200) as excerpt, (${it.number ?? "null"})::int as number, ${it.path} as path`;

/** SQL condition: a group is among some; `groups` null for all of them. Null where there are none. */
export const among = (reader: Reader, group: string, groups: string[] | null): string | null =>
  groups === null ? "true" : groups.length === 0 ? null : `${group} = any(${reader.bind(groups)}::uuid[])`;

/** SQL: the day an act was recorded last on a row; null where the journal does not tell. */
export const lastDay = (event: string, id: string) =>
  `(select max(j.recorded_on) from journal_entry j where j.subject_id = ${id} and j.event = '${event}')`;
