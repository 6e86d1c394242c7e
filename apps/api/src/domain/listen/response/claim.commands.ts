/** Claiming a response is journalled without an actor: letting go leaves no link behind. */
import type { ReceiptInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { recorder } from "../../../platform/journal.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { visitor } from "../../../platform/viewer.ts";
import { Questionnaires } from "../questionnaire/questionnaire.entity.ts";
import { followerOf } from "../follow/follow.queries.ts";
import { dropFollow, keepFollow } from "../follow/follow.writes.ts";
import { responseHeld } from "./response.held.ts";
import type { Response } from "./response.entity.ts";
import { claimRefused, mayUnclaim } from "./response.policy.ts";

/** Puts a response among those of an account. The journal does not say whose: letting go of it leaves nothing behind. */
export async function claimResponse(
  { db, viewer, now }: Transaction,
  { code }: ReceiptInput,
): Promise<{ receipt: Response }> {
  authorize(viewer.id !== null);
  const before = await responseHeld(db, code);
  const { anonymous } = await db.findOneByOrFail(Questionnaires, { id: before.questionnaireId });
  const holder = await followerOf(db, "ACCOUNT", before.id);
  // A second press finds it among one's own.
  if (holder === viewer.id) return { receipt: before };
  const refused = claimRefused(before, anonymous, holder);
  if (refused) throw new Refusal(refused).with({ receipt: before });
  await keepFollow(db, { kind: "ACCOUNT", responseId: before.id, value: viewer.id });
  await recorder(db, visitor, now)("response.claimed", before);
  return { receipt: before };
}

/** Takes a response out of one's account. */
export async function unclaimResponse(
  { db, viewer, now }: Transaction,
  { code }: ReceiptInput,
): Promise<{ receipt: Response }> {
  authorize(viewer.id !== null);
  const before = await responseHeld(db, code);
  const holder = await followerOf(db, "ACCOUNT", before.id);
  if (holder === null) return { receipt: before };
  authorize(mayUnclaim(holder, viewer));
  await dropFollow(db, "ACCOUNT", before.id);
  await recorder(db, visitor, now)("response.unclaimed", before);
  return { receipt: before };
}
