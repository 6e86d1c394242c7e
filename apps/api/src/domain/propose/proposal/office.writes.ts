import type { Transaction } from "../../../platform/context.ts";
import { Asks } from "./proposal.entity.ts";

/** What was asked of an office is asked of the one that it was merged into; the journal keeps which asks. */
export async function followMergedOffice({ db, record }: Transaction, from: string, into: string) {
  const asks = (await db.findBy(Asks, { interlocutorId: from })).map(({ id }) => id);
  if (asks.length === 0) return;
  await db.update(Asks, { interlocutorId: from }, { interlocutorId: into });
  await record("interlocutor.asks_moved", from, { into, asks });
}
