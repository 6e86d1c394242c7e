import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { countOf } from "../../../platform/retention.ts";
import { OpenPages } from "./openPage.entity.ts";

/** Forgets who had a page open. */
export const forgetClosed = (db: EntityManager, now: Date, after: string) =>
  countOf(db, "delete from open_page where seen_at <= $1::timestamptz - $2::interval", [now, after]);

/** The same of an account that is erased. */
export const closeWith = ({ db }: Transaction, personId: string) => db.delete(OpenPages, { personId });
