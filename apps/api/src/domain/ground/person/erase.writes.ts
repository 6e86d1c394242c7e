/**
 * An account is erased by its row, which keeps an id and nothing else: what others built on its acts still stands. Every
 * room hears « person.erased » first, while the address is still there to be looked for, and erases what it keeps. The
 * journal says of which id and how, without a word, so that a restored database is erased again.
 */
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { visitor } from "../../../platform/viewer.ts";
import { AddressChanges } from "./address.entity.ts";
import { endConsents } from "./consent.writes.ts";
import { Persons } from "./person.entity.ts";
import { Accounts, Sessions } from "./session.entity.ts";

/** Way to erase an account: its texts stay without its name, or are erased with it. */
export type ErasureMode = "KEEP_TEXTS" | "REMOVE_ALL";

/** Erases an account wherever something is kept of it; false where it is gone, or never was. */
export async function erasePerson({ db, now }: Pick<Transaction, "db" | "now">, id: string, mode: ErasureMode) {
  const before = await db.findOne(Persons, { where: { id }, lock: { mode: "pessimistic_write" } });
  if (!before || before.erasedOn) return false;
  await recorder(db, visitor, now)("person.erased", id, { mode });
  const { email } = before;
  await db.update(Persons, id, {
    email: null,
    emailVerified: false,
    displayName: "",
    territoryId: null,
    toldByMail: false,
    image: null,
    erasedOn: dayOf(now),
  });
  await endConsents(db, [id], ["MAILS"], dayOf(now));
  await db.delete(Sessions, { personId: id });
  await db.delete(AddressChanges, { personId: id });
  await db.delete(Accounts, { personId: id });
  if (email)
    await db.query("delete from verification where position(lower($1) in lower(value || identifier)) > 0", [email]);
  await db.query("update journal_entry set actor_id = null, recorded_at = null where actor_id = $1", [id]);
  return true;
}
