/**
 * A response that the team typed in is taken back by the team when its author shows the slip, since its code gives
 * reading only. The act cannot be undone and is done on somebody's behalf: the journal keeps who did it, as it
 * does not of an author's own.
 */
import type { WithdrawPaperEntryInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { responseHeld } from "../response/response.held.ts";
import type { Response } from "../response/response.entity.ts";
import { withdrawn } from "../response/withdraw.writes.ts";
import { entersFor } from "./entry.check.ts";
import { questionnaireOnPaper } from "./sheet.commands.ts";

/**
 * Takes back what was typed in, for its author, who hands over its code: what they cannot do themselves, since somebody
 * else saw it. At any time. Words are erased for good: the journal says who did it.
 */
export async function withdrawPaperEntry(
  tx: Transaction,
  input: WithdrawPaperEntryInput,
): Promise<{ entry: Response }> {
  const { db, viewer, now, record } = tx;
  const { questionnaire, groupId } = await questionnaireOnPaper(tx, input.questionnaireId);
  const before = await responseHeld(db, input.code);
  if (before.questionnaireId !== questionnaire.id) throw new Refusal("UNKNOWN_RECEIPT", "code");
  if (before.enteredById === null) throw new Refusal("NOT_ON_PAPER", "code");
  if (!(await entersFor(db, viewer, groupId, before.territoryId))) throw new Refusal("NOT_YOUR_TERRITORY", "code");
  return { entry: await withdrawn(db, before, now, record) };
}
