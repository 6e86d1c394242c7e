import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { countOf } from "../../../platform/retention.ts";
import { closed } from "./organisation.commands.ts";
import { OrganisationMembers, Organisations } from "./organisation.entity.ts";
import { takeLinksBack } from "./organisation.voice.ts";

/** Forgets invitations that nobody used. */
export const forgetInvitations = (db: EntityManager, now: Date, after: string) =>
  countOf(db, "delete from organisation_invitation where expires_at < $1::timestamptz - $2::interval", [now, after]);

/**
 * An account that is erased leaves its organisations, and what they said stays theirs. Where fewer than
 * two administrators are left, the member who has been there longest is one; without anybody, the organisation is closed.
 */
export async function leaveWith({ db, now, record }: Transaction, personId: string) {
  const own = await db.find(OrganisationMembers, { where: { personId }, order: { organisationId: "ASC" } });
  for (const { organisationId, role: held } of own) {
    const organisation = await db.findOneOrFail(Organisations, {
      where: { id: organisationId },
      lock: { mode: "for_no_key_update" },
    });
    await db.delete(OrganisationMembers, { organisationId, personId });
    if (held === "ADMINISTRATOR") await takeLinksBack(db, organisationId, now);
    const left = await db.find(OrganisationMembers, { where: { organisationId }, order: { since: "ASC", id: "ASC" } });
    const next = left.find(({ role }) => role === "MEMBER");
    const keepers = left.filter(({ role }) => role === "ADMINISTRATOR").length;
    if (keepers > 1 || (keepers === 1 && !next)) continue;
    if (next) await db.update(OrganisationMembers, next.id, { role: "ADMINISTRATOR" });
    else {
      await db.delete(OrganisationMembers, { organisationId });
      if (organisation.state !== "CLOSED") await closed({ db, record }, organisation);
    }
  }
}
