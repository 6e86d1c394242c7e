import type { TermKind } from "../../../graphql/resolvers.generated.ts";
import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { type WorkingGroup, WorkingGroups } from "../group/group.entity.ts";
import { Axes, Terms, type Theme, Themes } from "./theme.entity.ts";

/** The four axes, in the order of the source. */
export const axes = ({ db }: Context) => rowsOf(db, Axes, "theme: axes", "order by it.position");

/** One theme; null when there is none of that slug. */
export const themeOf = async ({ db }: Context, slug: string) =>
  (await rowsOf(db, Themes, "theme: theme", "where it.slug = $1", [slug]))[0] ?? null;

/** The themes of an axis, in the order of the source. */
export const themesOf = async ({ db, batch }: Context, axisId: string): Promise<Theme[]> =>
  (await batch("theme: themes of axes", async (ids) => {
    const tail = "where it.axis_id = any($1::uuid[]) order by it.number";
    return grouped(await rowsOf(db, Themes, "theme: themes of axes", tail, [ids]), (theme) => theme.axisId);
  })(axisId)) ?? [];

/** The words of a closed list, in their order. */
export const termsOf = ({ db }: Context, kind: TermKind) =>
  rowsOf(db, Terms, "theme: terms", "where it.kind = $1 order by it.position", [kind]);

/** The group at work on a theme: the oldest, should there be two. */
export const groupOn = async ({ db, batch }: Context, themeId: string): Promise<WorkingGroup | null> =>
  (await batch("theme: groups of themes", async (ids) => {
    const tail = "where it.theme_id = any($1::uuid[]) order by it.id desc";
    const rows = await rowsOf(db, WorkingGroups, "theme: groups of themes", tail, [ids]);
    return new Map(rows.map((group) => [group.themeId, group]));
  })(themeId)) ?? null;

/** How many contributions about a theme can be read. */
export const contributionCountOn = async ({ db, batch }: Context, themeId: string): Promise<number> =>
  (await batch("theme: contributions of themes", async (ids) => {
    const rows = await prepared<{ id: string; count: number }>(
      db,
      "theme: contributions of themes",
      `select theme_id as id, count(*)::int as count from contribution
       where status = 'PUBLISHED' and theme_id = any($1::uuid[]) group by 1`,
      [ids],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  })(themeId)) ?? 0;
