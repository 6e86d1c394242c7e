import type { EntityManager } from "typeorm";
import type { TermKind } from "../../../graphql/resolvers.generated.ts";
import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { itemsOf } from "./list.queries.ts";
import { themePolicy } from "./theme.policy.ts";
import { Axes, inOrder, type Term, Terms, type Theme, Themes } from "./theme.entity.ts";

/** The four axes, in the order of the source. */
export const axes = ({ db, reference }: Context) =>
  reference("theme: axes", () => rowsOf(db, Axes, "theme: axes", "where not it.retired order by it.position"));

/** One theme; null when there is none of that slug. */
export const themeOf = async ({ db }: Context, slug: string) =>
  (await rowsOf(db, Themes, "theme: theme", "where it.slug = $1", [slug]))[0] ?? null;

/** The themes of an axis, in the order of the source. */
export const themesOf = async ({ db, cached }: Context, axisId: string): Promise<Theme[]> =>
  (await cached("theme: themes of axes", async (ids) => {
    const tail = "where it.axis_id = any($1::uuid[]) and not it.retired order by it.number";
    return grouped(await rowsOf(db, Themes, "theme: themes of axes", tail, [ids]), (theme) => theme.axisId);
  })(axisId)) ?? [];

/** The words of a closed list, in their order. */
export const termsOf = ({ db, reference }: Context, kind: TermKind) =>
  reference(`theme: terms ${kind}`, () =>
    rowsOf(db, Terms, "theme: terms", `where it.kind = $1 order by ${inOrder}`, [kind]),
  );

/** Keys of the sectors that somebody added. */
export async function addedBy(db: EntityManager, personId: string): Promise<string[]> {
  const text = `select distinct data->>'key' as key from journal_entry
    where actor_id = $1 and event = 'sector.added' order by key limit 500`;
  return (await prepared<{ key: string }>(db, "theme: sectors added", text, [personId])).map(({ key }) => key);
}

/** Sectors that the viewer added and that nothing names. */
export async function ownSectors(context: Context): Promise<Term[]> {
  const { db, viewer } = context;
  if (viewer.id === null || !themePolicy.extend(viewer)) return [];
  const added = await addedBy(db, viewer.id);
  if (added.length === 0) return [];
  const free = new Set((await itemsOf(db, "SECTOR")).filter(({ used }) => !used).map(({ id }) => id));
  return (await termsOf(context, "SECTOR")).filter(({ key }) => added.includes(key) && free.has(key));
}

/** Kinds of levers by their keys, in the words of the closed list. */
export const leversNamed = async (context: Context, keys: readonly string[]): Promise<Term[]> =>
  (await termsOf(context, "LEVER_TYPE")).filter(({ key }) => keys.includes(key));
