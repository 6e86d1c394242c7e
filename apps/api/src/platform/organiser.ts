import { m } from "@cahier/schema/messages";
import type { EntityManager } from "typeorm";
import type { Language } from "../graphql/resolvers.generated.ts";
import { siteAddress } from "./server/siteAddress.ts";
import { isWrittenIn, written } from "./written.ts";

/** Organiser of the site, as mails and standard files name it. */
export interface Organiser {
  senderName: string | null;
  senderAddress: string | null;
  /** Last line of each mail: who answers for it, and how to reach them. */
  foot: string | null;
  /** Public mail address. */
  contact: string | null;
  /** Name of the site; null while nobody named it. */
  site: string | null;
  /** The one language of the site; null where it has both. */
  language: Language | null;
  /** The structure that organises, its address and the way to reach it; null while nobody said it. */
  imprint: string | null;
}

type Reader = (db: EntityManager) => Promise<Organiser>;

let read: Reader = async () => ({
  senderName: null,
  senderAddress: null,
  foot: null,
  contact: null,
  site: null,
  language: null,
  imprint: null,
});

/** Says, once, which room knows. */
export const organiserComesFrom = (reader: Reader) => void (read = reader);

/** The organiser, as the instance said last. */
export const organiserOf = (db: EntityManager) => read(db);

/** Asks the instance for its language: what is made of people's words from here on is in it (`written`). */
export async function writeInLanguageOfSite(db: EntityManager): Promise<Organiser> {
  const organiser = await read(db);
  isWrittenIn(organiser.language);
  return organiser;
}

/** Last line of each file: who organises, and where the legal notice stands. Files are in the language of the site. */
export async function imprintOf(db: EntityManager, language?: Language): Promise<string> {
  const { imprint } = await writeInLanguageOfSite(db);
  const locale = { locale: language ?? written.locale };
  const legal = siteAddress(locale.locale, "/legal");
  return imprint ? m.export_imprint({ who: imprint, legal }, locale) : m.export_imprint_unsaid({ legal }, locale);
}

/** Name of a site that nobody named. */
export const softwareName = "Cahier commun";

/** Name of the site, as mails and files say it. */
export const siteOf = async (db: EntityManager) => (await read(db)).site ?? softwareName;
