import { limits } from "@cahier/schema/limits";
import type { EndRoleInput, GiveRoleInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { isId, neededText } from "../../../platform/text/text.ts";
import { RoleGrants } from "./role.entity.ts";
import { tellEnd } from "./role.mail.ts";
import { rolePolicy } from "./role.policy.ts";
import { givenRole, grant, heldBy, keepAdministrator } from "./role.writes.ts";

/** Gives one more role to somebody who holds one. */
export async function giveRole(tx: Transaction, input: GiveRoleInput) {
  const given = await givenRole(tx, input);
  const known = isId(input.personId) && (await tx.db.existsBy(RoleGrants, { personId: input.personId }));
  if (!known) throw new Refusal("UNKNOWN_CHOICE", "personId");
  const written = await grant(tx, input.personId, given, tx.viewer.id);
  if (written) return { grant: written };
  const held = await heldBy(tx.db, input.personId, given);
  // Given by the same person, until the same day: a second try finds it done.
  if (held?.grantedById !== tx.viewer.id || held.endsOn !== given.endsOn) throw new Refusal("ALREADY_HELD", "role");
  return { grant: held };
}

/** Ends a role: nothing that it allowed is possible from the next request on. */
export async function endRole(tx: Transaction, input: EndRoleInput) {
  const { db, viewer, now, record } = tx;
  authorize(rolePolicy.giveSome(viewer));
  const id = isId(input.id) ? input.id.toLowerCase() : null;
  const found = id ? await db.findOneBy(RoleGrants, { id }) : null;
  if (!found) throw notFound();
  authorize(rolePolicy.give(viewer, found));
  const reason = neededText(input.reason, "reason", limits["role.reason"]);
  if (found.role === "ADMINISTRATOR") await keepAdministrator(db, found.id);
  const { affected } = await db
    .createQueryBuilder()
    .update(RoleGrants)
    .set({ endedAt: now, endedById: viewer.id, endedReason: reason })
    .where("id = :id and endedAt is null", { id: found.id })
    .execute();
  const ended = await db.findOneByOrFail(RoleGrants, { id: found.id });
  // A second press finds it ended.
  if (!affected) return { grant: ended };
  await record("role.ended", ended, { role: ended.role });
  await tellEnd(db, ended, reason);
  return { grant: ended };
}
