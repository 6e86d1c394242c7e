import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { givenLine } from "../../../platform/text/text.ts";
import type { SignedIn } from "../../../platform/viewer.ts";
import { carriesContact } from "../../../platform/text/contact.ts";
import { Persons } from "./person.entity.ts";

/** Gives an account without a name the one typed; refuses when both are empty, as a signed text needs one. */
export async function giveName({ db }: Transaction, viewer: SignedIn, given: string | null | undefined) {
  if (viewer.displayName.trim()) return;
  const displayName = givenLine(given, "name", limits["person.displayName"]);
  if (!displayName) throw new Refusal("NAME_REQUIRED", "name");
  if (carriesContact(displayName)) throw new Refusal("CARRIES_CONTACT", "name");
  await db.update(Persons, { id: viewer.id }, { displayName });
}

/** Keeps whether somebody wants to be told by mail. */
export const chooseMails = (db: EntityManager, id: string, toldByMail: boolean) =>
  db.update(Persons, id, { toldByMail });

/** An account of an address that asked for no more mails keeps it, and is written to no more. */
export const stopMailsToAccount = (db: EntityManager, address: string) =>
  db.query("update person set told_by_mail = false where lower(email) = lower($1)", [address]);
