import type { EntityManager } from "typeorm";

/** Organiser of the site, as mails and standard files name it. */
export interface Organiser {
  senderName: string | null;
  senderAddress: string | null;
  /** Last line of each mail: who answers for it, and how to reach them. */
  foot: string | null;
  /** Public mail address. */
  contact: string | null;
}

type Reader = (db: EntityManager) => Promise<Organiser>;

let read: Reader = async () => ({ senderName: null, senderAddress: null, foot: null, contact: null });

/** Says, once, which room knows. */
export const organiserComesFrom = (reader: Reader) => void (read = reader);

/** The organiser, as the instance said last. */
export const organiserOf = (db: EntityManager) => read(db);
