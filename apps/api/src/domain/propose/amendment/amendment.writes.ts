import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { tellListener } from "../../ground/listener/listener.writes.ts";
import { type Amendment, Amendments } from "./amendment.entity.ts";
import { settledMail } from "./amendment.mail.ts";

/** Settles an amendment, and tells it to its author. */
export async function settle({ db, viewer, now, record }: Transaction, before: Amendment, change: Partial<Amendment>) {
  const settled = { ...change, settledOn: dayOf(now), settledById: viewer.id };
  await db.update(Amendments, before.id, settled);
  const { proposalId } = before;
  const { state, answer = null } = settled;
  const amendment = { ...before, ...settled };
  await tellListener(db, "AMENDMENT", before.id, (locale) => settledMail(db, amendment, locale));
  await record(`amendment.${state!.toLowerCase()}`, before.id, { proposalId, ...(answer && { reason: answer }) });
  return amendment;
}

/** Opens an amendment again that was refused. */
export const reopenAmendment = (db: EntityManager, id: string) =>
  db.update(
    Amendments,
    { id, state: "REFUSED" },
    { state: "PROPOSED", settledOn: null, settledById: null, answer: null },
  );
