import type { ReceiptInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { recorder } from "../../../platform/journal.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { visitor } from "../../../platform/viewer.ts";
import { responseHeld } from "./response.held.ts";
import type { Response } from "./response.entity.ts";
import { withdrawRefused } from "./response.policy.ts";
import { unnamed, withdrawn } from "./withdraw.writes.ts";

/** Takes back the response of a code: its author does. The journal does not say who, nor when within the day. */
export async function withdrawResponse(
  { db, now }: Transaction,
  { code }: ReceiptInput,
): Promise<{ receipt: Response }> {
  const before = await responseHeld(db, code);
  const refused = withdrawRefused(before);
  if (refused) throw new Refusal(refused);
  return { receipt: await withdrawn(db, before, now, recorder(db, visitor, now)) };
}

/** Takes the name off the response of a code: its words stay. */
export async function unnameResponse({ db, now }: Transaction, { code }: ReceiptInput): Promise<{ receipt: Response }> {
  const before = await responseHeld(db, code);
  const refused = withdrawRefused(before);
  if (refused) throw new Refusal(refused);
  return { receipt: await unnamed(db, before, recorder(db, visitor, now)) };
}
