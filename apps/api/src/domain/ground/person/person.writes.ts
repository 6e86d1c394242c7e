import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal, together } from "../../../platform/refusal.ts";
import { refuseReserved } from "../../../platform/reserved.ts";
import { givenLine, isEmail } from "../../../platform/text/text.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { carriesContact } from "../../../platform/text/contact.ts";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { Persons } from "./person.entity.ts";

/** Gives an account without a name the one typed; refuses when both are empty, as a signed text needs one. */
export async function giveName({ db }: Transaction, viewer: Viewer, given: string | null | undefined) {
  authorize(viewer.id !== null);
  if (viewer.displayName.trim()) return;
  const displayName = neededName(given, "name");
  await refuseReserved(db, { name: displayName });
  await db.update(Persons, { id: viewer.id }, { displayName });
}

/** A name as it is kept: without a link, an address or a number, since it shows unread. */
export function neededName(given: string | null | undefined, field: string): string {
  const name = givenLine(given, field, limits["person.displayName"]);
  if (!name) throw new Refusal("REQUIRED", field);
  if (carriesContact(name)) throw new Refusal("CARRIES_CONTACT", field);
  return name;
}

interface NewPerson {
  displayName: string;
  email: string;
  language: Language;
}

/** Makes an account whose address nothing proves yet; refuses an address that has one. */
export async function addPerson(db: EntityManager, { language, ...given }: NewPerson) {
  const { displayName, email } = together({
    displayName: () => neededName(given.displayName, "displayName"),
    email: () => neededEmail(given.email),
  });
  await refuseReserved(db, { displayName });
  const [made] = await db.query<{ id: string }[]>(
    `insert into person (email, display_name, language) values ($1, $2, $3) on conflict (email) do nothing returning id`,
    [email, displayName, language],
  );
  if (!made) throw new Refusal("HAS_ACCOUNT", "email");
  return { id: made.id, displayName, language };
}

function neededEmail(given: string) {
  const email = given.trim().toLowerCase();
  if (!isEmail(email)) throw new Refusal("NOT_AN_EMAIL", "email");
  return email;
}

/** Gives every account the one language that the site has. */
export const speakAll = (db: EntityManager, language: Language) =>
  db.query("update person set language = $1 where language <> $1", [language]);

/** Keeps whether somebody wants to be told by mail; false where that is what was kept. */
export async function chooseMails(db: EntityManager, id: string, toldByMail: boolean): Promise<boolean> {
  const { affected } = await db.update(Persons, { id, toldByMail: !toldByMail }, { toldByMail });
  return affected === 1;
}

/** An account of an address that asked for no more mails keeps it, and is written to no more. */
export const stopMailsToAccount = (db: EntityManager, address: string) =>
  db.query("update person set told_by_mail = false where lower(email) = lower($1)", [address]);

/** Keeps the day on which somebody was told that their account would go. */
export const keepWarned = (db: EntityManager, id: string, warnedOn: string) => db.update(Persons, id, { warnedOn });
