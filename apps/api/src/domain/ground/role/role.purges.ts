import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import type { Role } from "../../../graphql/resolvers.generated.ts";
import { countOf } from "../../../platform/retention.ts";
import { keepAdministrator } from "./role.writes.ts";

/** Forgets invitations, with the address that some hold, once they were used, taken back or ran out. */
export const forgetInvited = (db: EntityManager, now: Date, after: string) =>
  countOf(
    db,
    `delete from invitation
     where coalesce(accepted_at, withdrawn_at, expires_at) < $1::timestamptz - $2::interval`,
    [now, after],
  );

/** Ends all roles of an account that is erased, and the invitations to it; refuses for the last administrator. */
export async function endWith({ db, now }: Transaction, personId: string) {
  const held = await db.query<{ id: string; role: Role }[]>(
    "select id, role from role_grant where person_id = $1 and ended_at is null order by id",
    [personId],
  );
  for (const { id, role } of held) if (role === "ADMINISTRATOR") await keepAdministrator(db, id);
  await db.query(
    "update role_grant set ended_at = coalesce(ended_at, $2), ended_by_id = null, ended_reason = null where person_id = $1",
    [personId, now],
  );
  await db.query(
    `update invitation i set email = null, withdrawn_at = coalesce(i.withdrawn_at, case when i.accepted_at is null then $2::timestamptz end)
     from person p where p.id = $1 and lower(i.email) = lower(p.email)`,
    [personId, now],
  );
}
