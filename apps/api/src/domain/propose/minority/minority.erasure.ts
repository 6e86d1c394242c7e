import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { visitor } from "../../../platform/viewer.ts";
import { MinorityPositions } from "./minority.entity.ts";

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

/** Removes a position that was taken back, with who signed it; false where it is gone. */
export async function removePosition({ db }: Pick<Transaction, "db">, id: string): Promise<boolean> {
  await db.query("delete from minority_signature where position_id = $1", [id]);
  await db.query("delete from organisation_signature where position_id = $1", [id]);
  return !!(await db.delete(MinorityPositions, { id })).affected;
}

/** The same again after a restore: files that tell it are made again. */
export async function removePositionAgain(
  { db, now }: Pick<Transaction, "db" | "now">,
  id: string,
  beside: Record<string, unknown>,
): Promise<boolean> {
  if (!(await removePosition({ db }, id))) return false;
  await recorder(db, visitor, now)("minorityPosition.takenBack", id, beside);
  return true;
}
