import type { EndSessionInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { Sessions } from "./session.entity.ts";

/** Ends one of one's own sessions: what is not there has ended already. */
export async function endSession({ db, viewer, record }: Transaction, { id }: EndSessionInput) {
  authorize(viewer.id !== null);
  if (!isId(id)) return {};
  const { affected } = await db.delete(Sessions, { id: id.toLowerCase(), personId: viewer.id });
  if (affected) await record("session.ended", viewer.id);
  return {};
}
