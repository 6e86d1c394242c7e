import type { EntityManager } from "typeorm";

/** Whoever organises, as mails and standard files name them. */
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

/** Whoever organises, as they said last. */
export const organiserOf = (db: EntityManager) => read(db);
