import type { EntityManager } from "typeorm";
import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { rowNamed } from "../../../platform/data/linked.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import {
  type Objective,
  Objectives,
  type ObjectiveWording,
  ObjectiveWordings,
  type WorkingGroup,
  WorkingGroups,
} from "./group.entity.ts";
import { groupPolicy } from "./group.policy.ts";

/** Values of the two parameters of `readable`: may see all those in preparation, and the groups that one has a role in. */
export const readableBy = ({ viewer }: Context): [boolean, string[]] => [
  groupPolicy.readPreparing(viewer),
  viewer.roles.flatMap(({ groupId }) => groupId ?? []),
];

/** SQL: group `it` is open, or the viewer is of its team. */
const readable = "(not it.preparing or $1::boolean or it.id = any($2::uuid[]))";

/** SQL: the same of the group of this id. */
export const inReadableGroup = (id: string) => `exists (select from working_group g
    where g.id = ${id} and (not g.preparing or $1::boolean or g.id = any($2::uuid[])))`;

/** The groups at work, the oldest first. */
export function groups(context: Context) {
  const values = readableBy(context);
  const tail = `where ${readable} order by it.preparing, it.archived_on is not null, it.id limit 100`;
  return context.reference(`group: all ${JSON.stringify(values)}`, () =>
    rowsOf(context.db, WorkingGroups, "group: all", tail, values),
  );
}

/** One group; when no slug is given the one that the viewer is in, and for everybody else the first that is open. */
export async function groupOf(context: Context, slug?: string | null): Promise<WorkingGroup | null> {
  const tail = `where ${readable} and ($3::text is null or it.slug = $3)
    order by it.preparing, it.id = any($2::uuid[]) desc, it.archived_on is not null, it.id limit 1`;
  const values = [...readableBy(context), slug ?? null];
  return rowNamed(context, "group: one", WorkingGroups, tail, values);
}

/** One objective. */
export async function objectiveOf(context: Context, slug: string): Promise<Objective | null> {
  const tail = `where it.slug = $3 and ${inReadableGroup("it.group_id")}`;
  return rowNamed(context, "group: objective", Objectives, tail, [...readableBy(context), slug]);
}

/** An objective that something else names; null while its group is in preparation, for all but its team. */
export async function objectiveNamed({ load, viewer }: Context, id: string | null): Promise<Objective | null> {
  const objective = await load(Objectives, id);
  const group = objective && (await load(WorkingGroups, objective.groupId));
  return group && groupPolicy.read(viewer, group) ? objective : null;
}

/** The objectives of a group, in their order. */
export const objectivesOf = async ({ db, cached }: Context, groupId: string): Promise<Objective[]> =>
  (await cached("group: objectives of groups", async (ids) => {
    const tail = "where it.group_id = any($1::uuid[]) and it.withdrawn_on is null order by it.number";
    return grouped(await rowsOf(db, Objectives, "group: objectives of groups", tail, [ids]), (row) => row.groupId);
  })(groupId)) ?? [];

/** Objectives that were taken out of a group. */
export const withdrawnObjectivesOf = async ({ db, cached }: Context, groupId: string): Promise<Objective[]> =>
  (await cached("group: withdrawn objectives", async (ids) => {
    const tail = "where it.group_id = any($1::uuid[]) and it.withdrawn_on is not null order by it.withdrawn_on, it.id";
    return grouped(await rowsOf(db, Objectives, "group: withdrawn objectives", tail, [ids]), (row) => row.groupId);
  })(groupId)) ?? [];

/** Words of an objective before they were amended, the last first. */
export const formerWordingsOf = async ({ db, cached }: Context, objectiveId: string): Promise<ObjectiveWording[]> =>
  (await cached("group: former wordings", async (ids) => {
    const tail = "where it.objective_id = any($1::uuid[]) order by it.version desc limit 100";
    return grouped(
      await rowsOf(db, ObjectiveWordings, "group: former wordings", tail, [ids]),
      (row) => row.objectiveId,
    );
  })(objectiveId)) ?? [];

/** The group at work on a theme: the oldest, should there be two. */
export const groupOn = async (context: Context, themeId: string): Promise<WorkingGroup | null> => {
  const values = readableBy(context);
  const tail = `where it.id in (select distinct on (it.theme_id) it.id from working_group it
    where ${readable} and it.theme_id = any($3::uuid[]) order by it.theme_id, it.id)`;
  const read = async (ids: string[]) => {
    const rows = await rowsOf(context.db, WorkingGroups, "theme: groups of themes", tail, [...values, ids]);
    return new Map(rows.map((group) => [group.themeId, group]));
  };
  return (await context.cached("theme: groups of themes", read, values)(themeId)) ?? null;
};

/** Names of all groups. */
export const namesOfGroups = async (db: EntityManager) =>
  (await prepared<{ name: string }>(db, "group: names", "select name from working_group", [])).map(({ name }) => name);
