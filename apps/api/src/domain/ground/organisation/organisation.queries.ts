import { longestList } from "@cahier/schema/limits";
import type { OrganisationRole } from "../../../graphql/resolvers.generated.ts";
import { grouped, keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { rowsJoined } from "../../../platform/data/linked.ts";
import { slugsAsked } from "../../../platform/data/placeSlug.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { isId } from "../../../platform/text/text.ts";
import { hidden, visible } from "../moderation/status.sql.ts";
import { tokenDigest } from "../role/invitation.token.ts";
import {
  type Organisation,
  type OrganisationInvitation,
  OrganisationInvitations,
  type OrganisationMember,
  OrganisationMembers,
  Organisations,
} from "./organisation.entity.ts";
import { isIn, organisationPolicy } from "./organisation.policy.ts";

/** SQL: organisations whose page is listed for anybody. */
const listed = `${visible("it")} and it.state in ('REGISTERED', 'CONFIRMED')`;

/** Organisations with a public page, by name: those that follow one of them; of a territory, those within it too. */
export const organisations = ({ db }: Context, territory?: string | null, after?: string | null) =>
  rowsOf(
    db,
    Organisations,
    "organisation: all",
    `where ${listed}
       and ($1::text is null or exists (select from territory t join territory asked on asked.slug = $1
         and asked.id in (t.id, t.region_id, t.region2012_id) where t.id = it.territory_id))
       and ($2::uuid is null or exists (select from organisation last where last.id = $2
         and (lower(it.name), it.id) > (lower(last.name), last.id)))
     order by lower(it.name), it.id limit ${longestList}`,
    [territory?.replaceAll("\0", "") || null, after && isId(after) ? after : null],
  );

/** One of them, where the viewer may read it. */
export async function organisationOf(context: Context, slug: string): Promise<Organisation | null> {
  const tail = `where it.slug = any($1::text[])`;
  const [found] = await rowsOf(context.db, Organisations, "organisation: one", tail, [slugsAsked(slug)]);
  if (!found || organisationPolicy.read(context.viewer, found, await ownRoleIn(context, found.id)))
    return found ?? null;
  // Of a page that a moderator hid, the place alone.
  return found.status === "HIDDEN" ? { ...found, name: "", about: "", website: null } : null;
}

/** The part of the viewer in an organisation; null for others. */
export async function ownRoleIn({ db, viewer, batch }: Context, id: string): Promise<OrganisationRole | null> {
  if (!viewer.id) return null;
  const loader = batch("organisation: own role", async (ids) => {
    const text = `select organisation_id as id, role from organisation_member
      where person_id = $2 and organisation_id = any($1::uuid[])`;
    const name = "organisation: own role";
    return keyed(
      await prepared<{ id: string; role: OrganisationRole }>(db, name, text, [ids, viewer.id]),
      (row) => row.id,
    );
  });
  return (await loader(id))?.role ?? null;
}

/** SQL: organisations that wait to be confirmed by the team. */
export const registered = (it: string) => `${it}.state = 'REGISTERED' and not ${hidden(it)}`;

/** Organisations that wait to be confirmed by the team. */
export const organisationsToConfirm = async ({ db, viewer }: Context): Promise<Organisation[]> =>
  organisationPolicy.confirm(viewer)
    ? rowsOf(
        db,
        Organisations,
        "organisation: to confirm",
        `where ${registered("it")} order by it.registered_on, it.id limit 50`,
      )
    : [];

/** Memberships of an account, those that speak first; a request to join what one may not read any more is left out. */
export const membershipsOf = (context: Context, personId: string): Promise<OrganisationMember[]> =>
  rowsJoined(
    context,
    OrganisationMembers,
    "organisation: memberships",
    `where it.person_id = $1 and (it.role <> 'ASKED' or exists (select from organisation o
       where o.id = it.organisation_id and ${visible("o")} and o.state <> 'REFUSED')) order by it.role = 'ASKED', it.since, it.id limit 50`,
    [personId],
  );

/** Members of an organisation, for themselves: administrators first. */
export async function membersOf(context: Context, id: string): Promise<OrganisationMember[]> {
  const own = await ownRoleIn(context, id);
  if (!isIn(own)) return [];
  // Requests of others are for administrators to answer.
  const tail = `where it.organisation_id = $1 and (it.role <> 'ASKED' or $2) order by it.role, it.since, it.id
    limit ${longestList}`;
  return rowsOf(context.db, OrganisationMembers, "organisation: members", tail, [id, organisationPolicy.keep(own)]);
}

/** Names of the administrators, for the team that confirms and for the members. */
export async function administratorsOf(context: Context, id: string): Promise<string[]> {
  const { db, viewer, batch } = context;
  if (!organisationPolicy.confirm(viewer) && !isIn(await ownRoleIn(context, id))) return [];
  const name = "organisation: administrators";
  const loader = batch(name, async (ids) => {
    const text = `select m.organisation_id as id, p.display_name as name from organisation_member m
      join person p on p.id = m.person_id where m.role = 'ADMINISTRATOR' and m.organisation_id = any($1::uuid[])
      order by m.since, m.id limit ${longestList}`;
    return grouped(await prepared<{ id: string; name: string }>(db, name, text, [ids]), (row) => row.id);
  });
  return ((await loader(id)) ?? []).map((row) => row.name);
}

/** Invitations that wait, for administrators. */
export async function invitationsTo(context: Context, id: string): Promise<OrganisationInvitation[]> {
  if (!organisationPolicy.keep(await ownRoleIn(context, id))) return [];
  const tail = "where it.organisation_id = $1 and it.expires_at > $2 order by it.expires_at desc, it.id limit 50";
  return rowsOf(context.db, OrganisationInvitations, "organisation: invitations", tail, [id, context.now]);
}

/** The invitation of a link that opens; null for any other. */
export async function letterOf({ db, now }: Context, token: string): Promise<OrganisationInvitation | null> {
  const letter = await db.findOneBy(OrganisationInvitations, { tokenDigest: tokenDigest(token) });
  return letter && letter.expiresAt > now ? letter : null;
}

/** The organisation in whose name a text stands, where its page is there: what it said outlives it. */
export async function speakerOf({ load }: Context, id: string | null): Promise<Organisation | null> {
  const found = await load(Organisations, id);
  return found?.status === "VISIBLE" && (found.state === "CONFIRMED" || found.state === "CLOSED") ? found : null;
}
