/** Claiming a response is journalled without an actor: letting go leaves no link behind. */
import type { ReceiptInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { recorder } from "../../../platform/journal.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { visitor } from "../../../platform/viewer.ts";
import { Questionnaires } from "../questionnaire/questionnaire.entity.ts";
import { responseHeld } from "./response.held.ts";
import { type Response, Responses } from "./response.entity.ts";
import { claimRefused, mayUnclaim } from "./response.policy.ts";

/** Puts a response among those of an account. The journal does not say whose: letting go of it leaves nothing behind. */
export async function claimResponse(
  { db, viewer, now }: Transaction,
  { code }: ReceiptInput,
): Promise<{ receipt: Response }> {
  authorize(viewer.id !== null);
  const before = await responseHeld(db, code);
  const { anonymous } = await db.findOneByOrFail(Questionnaires, { id: before.questionnaireId });
  const refused = claimRefused(before, anonymous);
  if (refused) throw new Refusal(refused).with({ receipt: before });
  await db.update(Responses, before.id, { personId: viewer.id });
  await recorder(db, visitor, now)("response.claimed", before);
  return { receipt: { ...before, personId: viewer.id } };
}

/** Takes a response out of one's account. */
export async function unclaimResponse(
  { db, viewer, now }: Transaction,
  { code }: ReceiptInput,
): Promise<{ receipt: Response }> {
  authorize(viewer.id !== null);
  const before = await responseHeld(db, code);
  if (before.personId === null) return { receipt: before };
  authorize(mayUnclaim(before, viewer));
  await db.update(Responses, before.id, { personId: null });
  await recorder(db, visitor, now)("response.unclaimed", before);
  return { receipt: { ...before, personId: null } };
}
