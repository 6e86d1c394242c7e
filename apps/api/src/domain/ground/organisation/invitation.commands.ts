import { randomUUID } from "node:crypto";
import type {
  InviteToOrganisationInput,
  JoinOrganisationInput,
  WithdrawOrganisationInvitationInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { isId, neededText } from "../../../platform/text/text.ts";
import { giveName } from "../person/person.writes.ts";
import { expiryFrom, tokenDigest, tokenOf } from "../role/invitation.token.ts";
import { organisationFor, organisationToWrite } from "./organisation.commands.ts";
import { OrganisationInvitations, OrganisationMembers } from "./organisation.entity.ts";
import { isIn, organisationPolicy } from "./organisation.policy.ts";
import { roleIn } from "./organisation.voice.ts";

/** Makes a link by which somebody joins. The same key again is the same link. */
export async function inviteToOrganisation(tx: Transaction, input: InviteToOrganisationInput) {
  const { db, viewer, now, record } = tx;
  authorize(viewer.id !== null);
  const { organisation, role } = await organisationFor(tx, input.id);
  authorize(organisationPolicy.keep(role));
  if (organisation.state === "CLOSED") throw new Refusal("NOT_NOW", "id");
  if (input.role === "ASKED") throw new Refusal("UNKNOWN_CHOICE", "role");
  const key = `${organisation.id} ${neededText(input.key, "key", 100)}`;
  const before = await db.findOneBy(OrganisationInvitations, { key });
  const id = before?.id ?? randomUUID();
  const token = tokenOf(id, key);
  if (before?.tokenDigest === tokenDigest(token) && before.role === input.role) return { token, organisation };
  const made = { role: input.role, tokenDigest: tokenDigest(token), expiresAt: expiryFrom(now) };
  if (before) await db.update(OrganisationInvitations, id, made);
  else await db.insert(OrganisationInvitations, { id, key, organisationId: organisation.id, ...made });
  await record("organisation.invited", organisation, { role: input.role });
  return { token, organisation };
}

/** Takes a link back: it opens nothing any more. */
export async function withdrawOrganisationInvitation(
  { db, viewer, record }: Transaction,
  { id }: WithdrawOrganisationInvitationInput,
) {
  authorize(viewer.id !== null);
  const found = isId(id) ? await db.findOneBy(OrganisationInvitations, { id: id.toLowerCase() }) : null;
  // Taken back, used or ended already: it opens nothing, as was asked.
  if (!found) return {};
  const organisation = await organisationToWrite(db, found.organisationId);
  const own = await roleIn(db, viewer, organisation.id);
  if (!organisationPolicy.keep(own)) throw notFound();
  const { affected } = await db.delete(OrganisationInvitations, { id: found.id });
  if (affected) await record("organisation.uninvited", organisation);
  return { organisation };
}

/** Joins by a link, which opens nothing any more. */
export async function joinOrganisation(tx: Transaction, { token, name }: JoinOrganisationInput) {
  const { db, viewer, now, record } = tx;
  authorize(viewer.id !== null);
  const known = await db.findOneBy(OrganisationInvitations, { tokenDigest: tokenDigest(token) });
  if (!known) throw new Refusal("GONE", "token");
  const organisation = await organisationToWrite(db, known.organisationId);
  // Read again, now that the organisation is held: of two who open one link at once, the first joins.
  const letter = await db.findOneBy(OrganisationInvitations, { id: known.id });
  if (!letter) throw new Refusal("GONE", "token");
  // A second try: whoever joined is in it.
  if (letter.expiresAt <= now && isIn(await roleIn(db, viewer, organisation.id))) return { organisation };
  if (letter.expiresAt <= now) throw new Refusal("GONE", "token");
  await giveName(tx, viewer, name);
  const place = { organisationId: organisation.id, personId: viewer.id };
  const before = await db.findOneBy(OrganisationMembers, place);
  // An administrator who opens a link for a member stays one.
  if (!before) await insertOnce(db, OrganisationMembers, { ...place, role: letter.role, since: dayOf(now) });
  else if (before.role !== "ADMINISTRATOR") await db.update(OrganisationMembers, before.id, { role: letter.role });
  await db.update(OrganisationInvitations, letter.id, { expiresAt: now });
  await record("organisation.joined", organisation, { role: letter.role });
  return { organisation };
}
