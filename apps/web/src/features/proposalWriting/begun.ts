import type { StatementBox_statement, StatementPart } from "../../graphql/operations.generated.ts";
import type { FieldValues } from "../../ui/formFields.ts";
import { forgetKept, keepUnder, keptUnder } from "../../ui/kept.ts";
import { keptId } from "../../ui/keptKey.ts";

/** Under which the device keeps the sentence that is begun in a part. */
export const begunAs = (proposalId: string, part: StatementPart) => `statement:${proposalId}:${part}`;

/**
 * Id of the sentence that is begun in a part: the one that its words left under before, where their answer was lost with
 * the page. Where they are saved, what was typed since goes on in the sentence that they became.
 */
export function begunIn(proposalId: string, part: StatementPart, statements: readonly StatementBox_statement[]) {
  const name = begunAs(proposalId, part);
  const id = keptId(name);
  const saved = statements.find((one) => one.id === id);
  if (!saved) return id;
  const typed = keptUnder(name) as FieldValues | null;
  // Typed on its first version: another that is in force is shown beside it.
  if (typed && typed["text"]?.[0]?.trim() !== saved.text)
    void keepUnder(`statement:${id}`, typed, 1).catch(() => undefined);
  forgetKept(name);
  return id;
}
