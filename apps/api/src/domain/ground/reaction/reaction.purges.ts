import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { countOf } from "../../../platform/retention.ts";
import { visitor } from "../../../platform/viewer.ts";
import { liftRulings } from "../moderation/ruling.writes.ts";
import { type Reaction, Reactions } from "./reaction.entity.ts";

/**
 * Forgets from which device reactions came. Those that one device gave to one thing keep a random mark in common: they
 * go on counting once.
 */
export const forgetReactors = (db: EntityManager, now: Date, after: string) =>
  countOf(
    db,
    `with fresh as (
       select subject_id, author_digest, 'gone ' || gen_random_uuid() as mark from reaction
       where author_digest not like 'gone %' group by 1, 2
       having max(reacted_on) < $1::date - $2::interval)
     update reaction r set author_digest = fresh.mark from fresh
     where r.subject_id = fresh.subject_id and r.author_digest = fresh.author_digest`,
    [dayOf(now), after],
  );

/** Erases the words, the name and the territory of a reaction that is held back; its place stays. */
export async function eraseReaction(db: EntityManager, before: Reaction, now: Date): Promise<Reaction> {
  if (before.status === "WITHDRAWN") return before;
  const erased = {
    text: "",
    source: null,
    authorName: null,
    territoryId: null,
    organisationId: null,
    status: "WITHDRAWN" as const,
    statusReason: null,
    statusOn: dayOf(now),
  };
  await db.update(Reactions, before.id, erased);
  await liftRulings(db, ["REACTION"], before.id);
  await recorder(db, visitor, now)("reaction.withdrawn", before.id);
  return { ...before, ...erased };
}

/** Does it again, after a restore. */
export async function eraseReactionAgain({ db, now }: Pick<Transaction, "db" | "now">, id: string) {
  const found = await db.findOne(Reactions, { where: { id }, lock: { mode: "for_no_key_update" } });
  return found ? (await eraseReaction(db, found, now)) !== found : false;
}
