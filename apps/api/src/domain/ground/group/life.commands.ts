import { limits } from "@cahier/schema/limits";
import type { ArchiveGroupInput, ReopenGroupInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { Refusal, refuseStale } from "../../../platform/refusal.ts";
import { neededText } from "../../../platform/text/text.ts";
import { groupToRun } from "./group.desk.ts";
import { WorkingGroups } from "./group.entity.ts";

/** Ends the work of a group with what came of it; one that never opened is set aside. Rooms above hear of it: whoever left an address is thanked, once. */
export async function archiveGroup(tx: Transaction, input: ArchiveGroupInput) {
  const { db, record, now } = tx;
  const before = await groupToRun(tx, input.group);
  const outcome = neededText(input.outcome, "outcome", limits["group.outcome"]);
  // A second press finds it done.
  if (before.archivedOn && before.outcome === outcome) return { group: before };
  refuseStale(before, input.version, { group: before });
  if (before.archivedOn) throw new Refusal("NOT_NOW", "outcome");
  const change = { archivedOn: dayOf(now), outcome, version: before.version + 1 };
  await db.update(WorkingGroups, before.id, change);
  const group = { ...before, ...change };
  await record("group.archived", group, { outcome });
  return { group };
}

/** Takes an archived group up again, where it was left: at work or in preparation. What was said of its outcome is in the journal. */
export async function reopenGroup(tx: Transaction, input: ReopenGroupInput) {
  const { db, record } = tx;
  const before = await groupToRun(tx, input.group);
  const reason = neededText(input.reason, "reason", limits["group.reason"]);
  if (!before.archivedOn) return { group: before };
  const change = { archivedOn: null, outcome: null, version: before.version + 1 };
  await db.update(WorkingGroups, before.id, change);
  const group = { ...before, ...change };
  await record("group.reopened", group, { reason, outcome: before.outcome });
  return { group };
}
