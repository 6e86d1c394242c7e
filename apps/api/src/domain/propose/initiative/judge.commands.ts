import { limits } from "@cahier/schema/limits";
import type {
  DeclineInitiativeInput,
  ReturnInitiativeInput,
  ValidateInitiativeInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { isId, neededText } from "../../../platform/text/text.ts";
import { liftRulings } from "../../ground/moderation/ruling.writes.ts";
import { type Initiative, Initiatives } from "./initiative.entity.ts";
import { initiativePolicy, isValidated } from "./initiative.policy.ts";

type Judged = Promise<{ initiative: Initiative }>;

/** Validates a sheet, even one declined by mistake: from then on it may be an example of a proposal. */
export async function validateInitiative(tx: Transaction, input: ValidateInitiativeInput): Judged {
  const before = await initiativeToJudge(tx, input.id);
  // Validating again, or after somebody else, finds it done.
  if (isValidated(before)) return { initiative: before };
  refuseStale(before, input.version);
  return judge(
    tx,
    before,
    { state: "VALIDATED", status: "VISIBLE", reason: null, sameAsId: null },
    "initiative.validated",
  );
}

/** Sends a sheet back to its author. */
export async function returnInitiative(tx: Transaction, input: ReturnInitiativeInput): Judged {
  const before = await initiativeToJudge(tx, input.id);
  const reason = neededText(input.reason, "reason", limits["initiative.reason"]);
  if (before.state === "RETURNED" && before.reason === reason) return { initiative: before };
  refuseStale(before, input.version);
  // A sheet without an author's link has nobody to send it back to.
  if (!before.codeDigest || before.state !== "PROPOSED") throw new Refusal("NOT_NOW", "id");
  return judge(tx, before, { state: "RETURNED", status: "HIDDEN", reason, sameAsId: null }, "initiative.returned");
}

/** Declines a sheet, even one validated by mistake: from then on it is an example of nothing. */
export async function declineInitiative(tx: Transaction, input: DeclineInitiativeInput): Judged {
  const { db } = tx;
  const before = await initiativeToJudge(tx, input.id);
  const reason = neededText(input.reason, "reason", limits["initiative.reason"]);
  const sameAsId = input.sameAsId?.toLowerCase() ?? null;
  if (before.state === "DECLINED" && before.reason === reason && before.sameAsId === sameAsId)
    return { initiative: before };
  refuseStale(before, input.version);
  if (before.state === "DECLINED") throw new Refusal("NOT_NOW", "id");
  if (sameAsId) {
    const same = isId(sameAsId) ? await db.findOneBy(Initiatives, { id: sameAsId }) : null;
    if (!same || same.id === before.id || !isValidated(same)) throw new Refusal("UNKNOWN_CHOICE", "sameAsId");
  }
  return judge(tx, before, { state: "DECLINED", status: "HIDDEN", reason, sameAsId }, "initiative.declined");
}

async function judge(
  { db, now, record }: Transaction,
  before: Initiative,
  verdict: Pick<Initiative, "state" | "status" | "reason" | "sameAsId">,
  event: string,
): Judged {
  const change = { ...verdict, judgedOn: dayOf(now), version: before.version + 1 };
  await db.update(Initiatives, before.id, change);
  await liftRulings(db, ["INITIATIVE"], before.id);
  await record(event, before, { reason: verdict.reason, sameAsId: verdict.sameAsId, from: before.state });
  return { initiative: { ...before, ...change } };
}

/** Reads the sheet, locked: an act at the same time waits, then finds it changed. */
export async function initiativeToJudge({ db, viewer }: Transaction, id: string): Promise<Initiative> {
  authorize(initiativePolicy.judge(viewer));
  const initiative = isId(id)
    ? await db.findOne(Initiatives, { where: { id }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!initiative) throw notFound();
  authorize(initiativePolicy.judge(viewer, initiative.groupId));
  // Its author took it back: nothing is left to judge.
  if (initiative.status === "WITHDRAWN") throw new Refusal("NOT_NOW", "id");
  return initiative;
}
