/**
 * Rows that refer to somebody are found by the foreign keys of the database itself: a table that is added tomorrow is
 * in the files of today. What is about them is given whole; of what they did to the words of others, the act alone.
 */
import type { EntityManager } from "typeorm";

/** A foreign key: a column that leads to a row of another table. */
export interface Reference {
  table: string;
  column: string;
  target: string;
}

/** The foreign keys to some tables. */
export const referencesTo = (db: EntityManager, targets: readonly string[]): Promise<Reference[]> =>
  db.query(
    `select c.conrelid::regclass::text as table, a.attname as column, c.confrelid::regclass::text as target
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid::regclass::text = any($1) order by 1, 2`,
    [targets],
  );

/** Tables whose rows are somebody's, with all that hangs from them. */
export const owned = ["response", "contribution", "passage", "attendance", "watcher"] as const;

/** Columns by which a row is about a person. By any other one, the person did something to a row that is not theirs. */
export const aboutPerson = new Set([
  "account.person_id",
  "address_change.person_id",
  "candidacy.person_id",
  "exchange.author_id",
  "introduction.asked_by_id",
  "invitation.accepted_by_id",
  "minority_position.opened_by_id",
  "minority_signature.person_id",
  "minutes_correction.author_id",
  "open_page.person_id",
  "organisation_member.person_id",
  "person.id",
  "proposal_carrier.person_id",
  "regional_member.person_id",
  "role_grant.person_id",
  "second_factor.person_id",
  "session.person_id",
  "taken_matter.person_id",
  "watch.watcher_id",
  "watcher.person_id",
]);

/** Columns of addresses: what is found by one is about whoever holds it. */
export const addresses = [
  ["attendance_address", "address"],
  ["invitation", "email"],
  ["listener", "address"],
  ["minutes_reader", "address"],
  ["outgoing_mail", "recipient"],
  ["watch_request", "address"],
  ["watcher", "address"],
] as const;

/** Columns that are keys to something, or are read by the site alone: no file gives them. */
export const withheld = /(^|_)(token|digest|sealed|document|key|secret|backup_codes|stop_link|password)$/;
