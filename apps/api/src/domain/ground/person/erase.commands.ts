import type { EraseAccountInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize } from "../../../platform/refusal.ts";
import { erasePerson } from "./erase.writes.ts";

/** Erases one's own account, for good. */
export async function eraseAccount(tx: Transaction, { mode }: EraseAccountInput) {
  authorize(tx.viewer.id !== null);
  await erasePerson(tx, tx.viewer.id, mode);
  return {};
}
