import { randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import type {
  AcceptInvitationInput,
  InviteInput,
  RenewInvitationInput,
  WithdrawInvitationInput,
} from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { isEmail, isId } from "../../../platform/text/text.ts";
import { invitationState, lockedInvitation } from "./invitation.queries.ts";
import { expiryFrom, newToken, tokenDigest, tokenOf } from "./invitation.token.ts";
import { type Invitation, Invitations } from "./role.entity.ts";
import { mailInvitation, takeInvitationBack } from "./role.mail.ts";
import { rolePolicy } from "./role.policy.ts";
import { givenRole, grant, hasAdministrator, heldBy } from "./role.writes.ts";

/** Makes a link for a role; the same key again tells the same. */
export async function invite(tx: Transaction, input: InviteInput) {
  const { db, viewer, now, record } = tx;
  const given = await givenRole(tx, input);
  const email = input.email?.trim().toLowerCase() || null;
  if (email && !isEmail(email)) throw new Refusal("NOT_AN_EMAIL", "email");
  const key = `${viewer.id} ${input.key}`;
  const before = await db.findOneBy(Invitations, { key });
  // Its role or its address was changed before it was sent again: the link that was made gives another one.
  const isOpen = before && !before.acceptedAt && !before.withdrawnAt;
  if (isOpen && !saysAlready(before, { ...given, email })) throw new Refusal("CONFLICT", "key");
  if (before) return relinked(tx, before, input.key);
  const id = randomUUID();
  const token = tokenOf(id, input.key);
  const dates = { madeAt: now, expiresAt: expiryFrom(now) };
  const row = { ...given, ...dates, id, key, email, tokenDigest: tokenDigest(token), madeById: viewer.id };
  await db.insert(Invitations, row);
  const invitation = await db.findOneByOrFail(Invitations, { id });
  await record("invitation.made", invitation, { role: invitation.role });
  return { token, invitation, mailed: await mailInvitation(db, invitation, token, viewer) };
}

/** Makes another link for an invitation: the former opens nothing any more. */
export async function renewInvitation(tx: Transaction, input: RenewInvitationInput) {
  return relinked(tx, await invitationToChange(tx, input.id), input.key ?? randomUUID());
}

async function relinked({ db, viewer, now, record }: Transaction, before: Invitation, key: string) {
  if (before.acceptedAt || before.withdrawnAt) throw new Refusal("GONE");
  const token = tokenOf(before.id, key);
  // Sent again: its link is made, and its mail has left.
  if (before.tokenDigest === tokenDigest(token))
    return { token, invitation: before, mailed: await mailInvitation(db, before, token, viewer) };
  const changed = { tokenDigest: tokenDigest(token), expiresAt: expiryFrom(now) };
  await db.update(Invitations, before.id, changed);
  await takeInvitationBack(db, before.id);
  const invitation = { ...before, ...changed };
  await record("invitation.renewed", invitation);
  return { token, invitation, mailed: await mailInvitation(db, invitation, token, viewer) };
}

/** Takes an invitation back, with the address that it was sent to. */
export async function withdrawInvitation(tx: Transaction, input: WithdrawInvitationInput) {
  const { db, now, record } = tx;
  const before = await invitationToChange(tx, input.id);
  if (before.acceptedAt) throw new Refusal("GONE");
  if (before.withdrawnAt) return { invitation: before };
  const changed = { withdrawnAt: now, email: null };
  await db.update(Invitations, before.id, changed);
  await takeInvitationBack(db, before.id);
  await record("invitation.withdrawn", before);
  return { invitation: { ...before, ...changed } };
}

async function invitationToChange({ db, viewer }: Transaction, id: string) {
  authorize(rolePolicy.giveSome(viewer));
  const found = isId(id) ? await lockedInvitation(db, "id", id.toLowerCase()) : null;
  if (!found) throw notFound();
  authorize(rolePolicy.give(viewer, found));
  return found;
}

/** Accepts an invitation with one's own account. */
export async function acceptInvitation(tx: Transaction, { token }: AcceptInvitationInput) {
  const { id } = tx.viewer;
  authorize(id !== null);
  const before = await lockedInvitation(tx.db, "token_digest", tokenDigest(token));
  const held = before?.acceptedById === id ? await heldBy(tx.db, id, before) : null;
  // A second try, by whoever accepted it, finds it done.
  if (held) return { grant: held };
  return { grant: await takeUp(tx, token, id) };
}

/** Gives the role of a link to somebody, and closes the link; refuses one that does not open any more. */
export async function takeUp(tx: Transaction, token: string, personId: string) {
  const { db, now, record } = tx;
  const invitation = await openInvitation(tx, token);
  const done = { acceptedAt: now, acceptedById: personId, email: null };
  await db.update(Invitations, invitation.id, done);
  await takeInvitationBack(db, invitation.id);
  await record("invitation.accepted", invitation, { role: invitation.role });
  return grant(tx, personId, invitation, invitation.madeById);
}

/** The invitation of a link that opens, locked until the end of the transaction. */
export async function openInvitation({ db, now }: Transaction, token: string) {
  const invitation = await lockedInvitation(db, "token_digest", tokenDigest(token));
  if (!invitation || (await invitationState(db, invitation, now)) !== "WAITING") throw new Refusal("GONE", "token");
  return invitation;
}

/** The link by which the first administrator comes in, made by the site itself; null once there is one. */
export async function callForAdministrator(db: EntityManager, now = new Date()): Promise<string | null> {
  return db.transaction(async (tx) => {
    await tx.query("select pg_advisory_xact_lock(714)");
    if (await hasAdministrator(tx)) return null;
    const token = newToken();
    const fresh = { tokenDigest: tokenDigest(token), madeAt: now, expiresAt: expiryFrom(now) };
    const waiting = await tx.findOneBy(Invitations, { key: "first administrator" });
    if (waiting?.acceptedAt) await tx.update(Invitations, waiting.id, { key: `first administrator ${waiting.id}` });
    if (waiting && !waiting.acceptedAt) await tx.update(Invitations, waiting.id, fresh);
    else
      await tx.insert(Invitations, { ...fresh, id: randomUUID(), key: "first administrator", role: "ADMINISTRATOR" });
    return token;
  });
}
