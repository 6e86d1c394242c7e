import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { visitor } from "../../../platform/viewer.ts";
import { liftRulings } from "../../ground/moderation/ruling.writes.ts";
import { type AgendaRequest, AgendaRequests } from "./agendaRequest.entity.ts";

/** Erases the words and the name of a request that is held back, and what it was about. */
export async function eraseRequest(db: EntityManager, before: AgendaRequest, now: Date): Promise<AgendaRequest> {
  if (before.status === "WITHDRAWN") return before;
  const erased = {
    text: "",
    authorName: null,
    subject: null,
    subjectId: null,
    reason: null,
    status: "WITHDRAWN" as const,
    statusReason: null,
    statusOn: dayOf(now),
  };
  await db.update(AgendaRequests, before.id, erased);
  await liftRulings(db, ["AGENDA_REQUEST"], before.id);
  await recorder(db, visitor, now)("agendaRequest.withdrawn", before.id);
  return { ...before, ...erased };
}

/** Does it again, after a restore. */
export async function eraseRequestAgain({ db, now }: Pick<Transaction, "db" | "now">, id: string) {
  const found = await db.findOne(AgendaRequests, { where: { id }, lock: { mode: "for_no_key_update" } });
  return found ? (await eraseRequest(db, found, now)) !== found : false;
}
