import { longestList } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import { grouped, keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { linkedCached } from "../../../platform/data/linked.ts";
import { columnsOf, prepared, rowsOf } from "../../../platform/data/statement.ts";
import { heldOn } from "../../../platform/viewer.ts";
import { isOpened } from "../group/group.sql.ts";
import { type RoleGrant, RoleGrants } from "../role/role.entity.ts";
import { Territories, type Territory } from "../territory/territory.entity.ts";
import { allTerritories } from "../territory/territory.queries.ts";
import { Candidacies, type Candidacy, type RegionalGroup, RegionalGroups } from "./regionalGroup.entity.ts";

/**
 * Groups of a territory. They carry the labels of 2012 or of today: a region of today has its own and those of the
 * regions it was made from, a department that of the regions it is and was in.
 */
export const regionalGroupsOf = async ({ db, cached }: Context, territoryId: string): Promise<RegionalGroup[]> =>
  (await cached("regionalGroup: of territory", async (ids) => {
    const rows = await prepared<RegionalGroup & { within: string }>(
      db,
      "regionalGroup: of territory",
      `select ${columnsOf(db, RegionalGroups)}, place.id as within from territory place
       join territory home on home.id in (place.id, place.region2012_id)
         or (place.kind = 'DEPARTMENT' and home.id = place.region_id)
         or (place.kind = 'REGION' and home.region_id = place.id and home.kind <> 'DEPARTMENT')
       join regional_group it on it.territory_id = home.id
       where place.id = any($1::uuid[]) and not it.closed order by it.name`,
      [ids],
    );
    return grouped(rows, (row) => row.within);
  })(territoryId)) ?? [];

/** Groups of territories that are open, by the name of their territory; 200 at most. */
export const openRegionalGroups = async (context: Context): Promise<RegionalGroup[]> => {
  const name = "regionalGroup: open";
  const tail = `where not it.closed order by it.id limit ${longestList}`;
  const open = await context.found(name, () => rowsOf(context.db, RegionalGroups, name, tail));
  const places = new Map((await allTerritories(context)).map(({ id }, at) => [id, at]));
  return (open ?? []).toSorted((a, b) => places.get(a.territoryId)! - places.get(b.territoryId)!);
};

/**
 * Referents of a territory today, for groups that opened: its own, those of the regions around it, and of the regions of
 * 2012 it was made from.
 */
export const referentsOf = (context: Context, territoryId: string): Promise<RoleGrant[]> =>
  linkedCached(
    context,
    "regionalGroup: referents",
    RoleGrants,
    `o.id as key from territory o cross join lateral (
       select it.* from role_grant it join territory p on p.id = it.territory_id
       where it.role = 'REFERENT' and ${heldOn("it", "$2::date")} and ${isOpened("it.group_id")} and (p.id in (o.id, o.region_id, o.region2012_id)
         or (o.kind = 'REGION' and p.kind = 'REGION_2012' and p.region_id = o.id)
         or (o.kind = 'REGION_2012' and p.kind = 'REGION' and p.id = o.region_id))
       order by it.id limit 20) it
     where o.id = any($1::uuid[]) order by it.id`,
    territoryId,
    [dayOf(context.now)],
  );

/** Under so many people, a count of members would tell who joins and who leaves; above, it goes by such steps. */
const step = 5;

/** Count of the members of a group, by steps of five; null under five. */
export async function membersOf({ db, cached }: Context, groupId: string): Promise<number | null> {
  const loader = cached("regionalGroup: members", async (ids) => {
    const text = `select regional_group_id as id, count(*)::int as people from regional_member
      where regional_group_id = any($1::uuid[]) group by 1`;
    const rows = await prepared<{ id: string; people: number }>(db, "regionalGroup: members", text, [ids]);
    return keyed(rows, ({ id }) => id);
  });
  const people = (await loader(groupId))?.people ?? 0;
  return people < step ? null : people - (people % step);
}

/** True if the viewer joined a group. */
export async function hasJoined({ db, batch, viewer }: Context, groupId: string): Promise<boolean> {
  if (!viewer.id) return false;
  const loader = batch("regionalGroup: joined", async (ids) => {
    const text = `select regional_group_id as id from regional_member
      where regional_group_id = any($1::uuid[]) and person_id = $2`;
    const rows = await prepared<{ id: string }>(db, "regionalGroup: joined", text, [ids, viewer.id]);
    return keyed(rows, ({ id }) => id);
  });
  return (await loader(groupId)) !== undefined;
}

/** Today's region of the group that somebody joined first; null for one who joined none. */
export const ownRegionOf = async ({ db }: Context, personId: string): Promise<Territory | null> => {
  const tail = `join territory home on home.region_id = it.id
    join regional_group g on g.territory_id = home.id and not g.closed
    join regional_member l on l.regional_group_id = g.id
    where l.person_id = $1 order by l.joined_on, g.id limit 1`;
  return (await rowsOf(db, Territories, "regionalGroup: own region", tail, [personId]))[0] ?? null;
};

/** Candidacies of a person, the newest first, 20 at most; without those taken back. */
export const candidaciesOf = ({ db }: Context, personId: string): Promise<Candidacy[]> =>
  rowsOf(
    db,
    Candidacies,
    "regionalGroup: own candidacies",
    "where it.person_id = $1 and not it.withdrawn order by it.id desc limit 20",
    [personId],
  );

/** The candidacy of the viewer for a territory, the newest; null without one. */
export async function ownCandidacyFor(context: Context, territoryId: string): Promise<Candidacy | null> {
  const { viewer } = context;
  if (!viewer.id) return null;
  const own = await candidaciesOf(context, viewer.id);
  return own.find((one) => one.territoryId === territoryId) ?? null;
}

/** Candidacies that wait for an answer, the oldest first, 100 at most. */
export const candidaciesWaiting = ({ db }: Context): Promise<Candidacy[]> =>
  rowsOf(
    db,
    Candidacies,
    "regionalGroup: candidacies",
    "where it.accepted is null and not it.withdrawn order by it.id limit 100",
  );

/** Names of all regional groups. */
export const namesOfRegionalGroups = async (db: EntityManager) =>
  (await prepared<{ name: string }>(db, "regional group: names", "select name from regional_group", [])).map(
    ({ name }) => name,
  );
