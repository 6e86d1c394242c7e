import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";

/** SQL: positions `it` that stand by whoever opened them alone: they go with their texts. */
export const openedAlone = (it: string) => `${it}.status <> 'WITHDRAWN'
  and not exists (select from minority_signature s where s.position_id = ${it}.id and s.person_id <> ${it}.opened_by_id)
  and not exists (select from organisation_signature s where s.position_id = ${it}.id)`;

/**
 * A position that several signed is theirs: it stays, without the name of whoever is erased. One that they alone stood
 * behind goes with their texts, and so do their signatures.
 */
export async function erasePositions({ db, now }: Transaction, personId: string, { mode }: Record<string, unknown>) {
  if (mode !== "REMOVE_ALL") return;
  await db.query(
    `update minority_position p set text = '', status = 'WITHDRAWN', status_reason = null, status_on = $2
     where p.opened_by_id = $1 and ${openedAlone("p")}`,
    [personId, dayOf(now)],
  );
  await db.query("delete from minority_signature where person_id = $1", [personId]);
}
