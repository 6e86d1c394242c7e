import type { EntityManager } from "typeorm";
import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { type Objective, Objectives, type WorkingGroup, WorkingGroups } from "./group.entity.ts";

/** The groups at work, the oldest first. */
export const groups = ({ db }: Context) => rowsOf(db, WorkingGroups, "group: all", "order by it.id");

/** One group; when no slug is given the one that the viewer is in, and for everybody else the first. */
export async function groupOf({ db, viewer }: Context, slug?: string | null): Promise<WorkingGroup | null> {
  const own = viewer.roles.flatMap(({ groupId }) => groupId ?? []);
  const tail = `where $1::text is null or it.slug = $1 order by it.id = any($2::uuid[]) desc, it.id limit 1`;
  return (await rowsOf(db, WorkingGroups, "group: one", tail, [slug ?? null, own]))[0] ?? null;
}

/** One objective. */
export const objectiveOf = async ({ db }: Context, slug: string) =>
  (await rowsOf(db, Objectives, "group: objective", "where it.slug = $1", [slug]))[0] ?? null;

/** The objectives of a group, in their order. */
export const objectivesOf = async ({ db, batch }: Context, groupId: string): Promise<Objective[]> =>
  (await batch("group: objectives of groups", async (ids) => {
    const tail = "where it.group_id = any($1::uuid[]) order by it.number";
    return grouped(await rowsOf(db, Objectives, "group: objectives of groups", tail, [ids]), (row) => row.groupId);
  })(groupId)) ?? [];

/** The group at work on a theme: the oldest, should there be two. */
export const groupOn = async ({ db, batch }: Context, themeId: string): Promise<WorkingGroup | null> =>
  (await batch("theme: groups of themes", async (ids) => {
    const tail = "where it.theme_id = any($1::uuid[]) order by it.id desc";
    const rows = await rowsOf(db, WorkingGroups, "theme: groups of themes", tail, [ids]);
    return new Map(rows.map((group) => [group.themeId, group]));
  })(themeId)) ?? null;

/** Names of all groups. */
export const namesOfGroups = async (db: EntityManager) =>
  (await prepared<{ name: string }>(db, "group: names", "select name from working_group", [])).map(({ name }) => name);
