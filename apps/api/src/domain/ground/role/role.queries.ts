import type { EntityManager } from "typeorm";
import type { DemoPersona } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { linked, linkedCached } from "../../../platform/data/linked.ts";
import { connection, pageOf } from "../../../platform/data/paginate.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { dayOf } from "../../../platform/day.ts";
import { heldNow, heldOn, type Viewer, viewerOf } from "../../../platform/viewer.ts";
import { type WorkingGroup, WorkingGroups } from "../group/group.entity.ts";
import { type RoleGrant, RoleGrants, type RoleScope } from "./role.entity.ts";
import { rolePolicy } from "./role.policy.ts";

/** The fictional persons whom the demonstration lends: those who hold a role, in the order they were made. */
export const demoPersonas = (db: EntityManager) =>
  prepared<DemoPersona>(
    db,
    "demo personas",
    `select p.id, p.display_name as "displayName", array_agg(distinct g.role) as roles, max(t.name) as "territoryName"
     from person p join role_grant g on g.person_id = p.id and ${heldNow("g")}
     left join territory t on t.id = coalesce(g.territory_id, p.territory_id)
     where p.fictional and p.email is not null group by p.id order by p.id`,
  );

/** Persons `p` who can be asked. */
export const canCarry = `p.email is not null and p.display_name <> ''
  and exists (select from role_grant g where g.person_id = p.id and ${heldNow("g")})`;

/** Somebody with the roles they hold today; read within a transaction, for what they may have given others. */
export async function holderNow(db: EntityManager, personId: string): Promise<Viewer> {
  const text = `select g.role, g.group_id as "groupId", g.territory_id as "territoryId"
    from role_grant g join person p on p.id = g.person_id
    where p.id = $1 and ${heldNow("g")}`;
  return viewerOf({ id: personId, displayName: "", language: "fr" }, await db.query<RoleScope[]>(text, [personId]));
}

/** A grant, as anybody may know it. */
export type TeamMember = RoleGrant;

/** People who give roles, and where. */
export interface RoleDesk {
  everywhere: boolean;
  /** Ids of the groups they give roles in; null for all. */
  groupIds: string[] | null;
}

/** The places where a viewer gives roles; null for one who gives none. */
export function roleDesk({ viewer }: Context): RoleDesk | null {
  if (!viewer.id || !rolePolicy.giveSome(viewer)) return null;
  const everywhere = viewer.has("ADMINISTRATOR");
  const facilitated = viewer.roles.filter(({ role }) => role === "FACILITATOR");
  const inAll = everywhere || facilitated.some(({ groupId, territoryId }) => !groupId && !territoryId);
  return { everywhere, groupIds: inAll ? null : facilitated.flatMap(({ groupId }) => groupId ?? []) };
}

/** SQL: `it` lies where the desk of these two parameters gives roles. */
const within = (everywhere: string, groupIds: string) =>
  `(${everywhere}::boolean or (it.group_id is not null and (${groupIds}::uuid[] is null or it.group_id = any(${groupIds}::uuid[]))))`;

/** SQL: rows of the desk, for the lists of grants and of invitations. */
export const ofDesk = within("$1", "$2");

/** The groups of a desk. */
export const groupsOfDesk = ({ db }: Context, { groupIds }: RoleDesk): Promise<WorkingGroup[]> =>
  rowsOf(
    db,
    WorkingGroups,
    "role: groups",
    "where $1::uuid[] is null or it.id = any($1::uuid[]) order by it.id limit 100",
    [groupIds],
  );

interface HoldersArgs {
  group?: string | null;
  first?: number | null;
  after?: string | null;
}

/** Roles in force within a desk, by the name of their holders. */
export async function holders({ db }: Context, desk: RoleDesk, args: HoldersArgs) {
  const page = pageOf(args, 2);
  const rows = await rowsOf(
    db,
    RoleGrants,
    "role: holders",
    `join person p on p.id = it.person_id
     where ${ofDesk} and ${heldNow("it")}
       and ($3::text is null or it.group_id = (select id from working_group where slug = $3))
       and ($4::text is null or (lower(p.display_name), it.id) > ($4, $5::uuid))
     order by lower(p.display_name), it.id limit $6`,
    [
      desk.everywhere,
      desk.groupIds,
      args.group?.replaceAll("\0", "") ?? null,
      page.after?.[0] ?? null,
      page.after?.[1] ?? null,
      page.limit + 1,
    ],
  );
  const names = await prepared<{ id: string; name: string }>(
    db,
    "role: names of holders",
    "select id, lower(display_name) as name from person where id = any($1::uuid[])",
    [rows.map(({ personId }) => personId)],
  );
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return connection(rows, page, ({ personId, id }) => [nameOf.get(personId) ?? "", id]);
}

/** Every role of an account, those in force first. */
export const rolesOf = (context: Context, personId: string): Promise<RoleGrant[]> =>
  linked(
    context,
    "role: own",
    RoleGrants,
    `it.person_id as key from role_grant it where it.person_id = any($1::uuid[])
     order by ${heldNow("it")} desc, it.ended_at desc nulls last, it.id desc limit 100`,
    personId,
  );

/** SQL: grants `it` by which people run group `o`: members do not, nor do administrators of the site. */
const runs = `(it.group_id = o.id or it.group_id is null)
  and it.role in ('FACILITATOR', 'RAPPORTEUR', 'MODERATOR', 'REFERENT')`;

const team = (context: Context, name: string, which: string, order: string, groupId: string) =>
  linkedCached(
    context,
    name,
    RoleGrants,
    `o.id as key from working_group o cross join lateral (
       select it.* from role_grant it where ${runs} and ${which} order by ${order} limit 100) it
     where o.id = any($1::uuid[]) order by ${order}`,
    groupId,
    [dayOf(context.now)],
  );

/** SQL: grants `it` in force on the day that is asked. */
const held = heldOn("it", "$2::date");

const byRole = "array_position(array['FACILITATOR', 'RAPPORTEUR', 'MODERATOR', 'REFERENT'], it.role), it.id";

/** People who run a group today, facilitators first. */
export const teamOf = (context: Context, groupId: string) => team(context, "role: team", held, byRole, groupId);

/** People who ran a group, the last ended first. */
export const formerTeamOf = (context: Context, groupId: string) =>
  team(context, "role: former team", `not ${held}`, "coalesce(it.ended_at, it.ends_on) desc, it.id", groupId);
