import type { EntityManager } from "typeorm";
import type { InvitationState } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { columnsOf, rowsOf } from "../../../platform/data/statement.ts";
import { tokenDigest } from "./invitation.token.ts";
import { type Invitation, Invitations } from "./role.entity.ts";
import { rolePolicy } from "./role.policy.ts";
import { holderNow, ofDesk, type RoleDesk } from "./role.queries.ts";
import { hasAdministrator } from "./role.writes.ts";

/** Page of an invitation. */
export interface InvitationLetter {
  invitation: Invitation;
  state: InvitationState;
}

/** State of an invitation by its dates alone. */
export function stateByDates(it: Invitation, now: Date): InvitationState {
  if (it.acceptedAt) return "ACCEPTED";
  if (it.withdrawnAt) return "WITHDRAWN";
  return it.expiresAt <= now ? "EXPIRED" : "WAITING";
}

/** State of an invitation: whoever made it still gives its role, and the site calls only for a first administrator. */
export async function invitationState(db: EntityManager, it: Invitation, now: Date): Promise<InvitationState> {
  const state = stateByDates(it, now);
  if (state !== "WAITING") return state;
  const stands = it.madeById ? rolePolicy.give(await holderNow(db, it.madeById), it) : !(await hasAdministrator(db));
  return stands ? "WAITING" : "WITHDRAWN";
}

/** An invitation, locked until the end of the transaction. */
export async function lockedInvitation(db: EntityManager, by: "id" | "token_digest", value: string) {
  const text = `select ${columnsOf(db, Invitations)} from invitation it where it.${by} = $1 for update`;
  const [found] = await db.query<Invitation[]>(text, [value]);
  return found ?? null;
}

/** The invitation of a link, and its state. */
export async function invitationOf({ db, now }: Context, token: string): Promise<InvitationLetter | null> {
  const invitation = await db.findOneBy(Invitations, { tokenDigest: tokenDigest(token) });
  return invitation && { invitation, state: await invitationState(db, invitation, now) };
}

/** Invitations of a desk that were neither accepted nor withdrawn. */
export const invitationsOf = ({ db }: Context, { everywhere, groupIds }: RoleDesk): Promise<Invitation[]> =>
  rowsOf(
    db,
    Invitations,
    "role: invitations",
    `where ${ofDesk} and it.accepted_at is null and it.withdrawn_at is null and it.made_by_id is not null
     order by it.made_at desc, it.id limit 100`,
    [everywhere, groupIds],
  );
