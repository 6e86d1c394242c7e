import type { ProblemCode, ReceiptRights } from "../../../graphql/resolvers.generated.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import type { Receipt } from "./response.entity.ts";

type Standing = Pick<Receipt, "status" | "enteredById" | "sheetId" | "byMail">;

/** True if somebody else saw the code, on paper or while typing it in, or may have, in a mail: it then only reads. */
export const readingOnly = ({ enteredById, sheetId, byMail }: Standing) =>
  enteredById !== null || sheetId !== null || byMail === true;

/** Why a response cannot be changed with its code; null when it can. `open`: whether its questionnaire takes responses. */
export function editRefused(it: Standing, open: boolean): ProblemCode | null {
  if (it.status === "WITHDRAWN") return "GONE";
  if (readingOnly(it)) return "READING_ONLY";
  if (it.status === "HIDDEN") return "NOT_NOW";
  return open ? null : "NOT_OPEN";
}

/** Why it cannot be taken back; null when it can, at any time. */
export const withdrawRefused = (it: Standing): ProblemCode | null => (readingOnly(it) ? "READING_ONLY" : null);

/** Why it cannot be put among those of an account; null when it can. An anonymous questionnaire keeps nobody's. */
export function claimRefused(it: Standing, anonymous: boolean, holder: string | null): ProblemCode | null {
  if (anonymous) return "ANONYMOUS_ONLY";
  if (readingOnly(it)) return "READING_ONLY";
  if (it.status === "WITHDRAWN") return "GONE";
  return holder ? "ALREADY_CLAIMED" : null;
}

/** Only whoever claimed it lets go of it. */
export const mayUnclaim = (holder: string | null, viewer: Viewer) => viewer.id !== null && holder === viewer.id;

/** Rights of the holder of a response's code. */
export const receiptRights = (
  it: Standing,
  viewer: Viewer,
  { open, anonymous, holder }: { open: boolean; anonymous: boolean; holder: string | null },
): ReceiptRights => ({
  edit: editRefused(it, open) === null,
  withdraw: it.status !== "WITHDRAWN" && withdrawRefused(it) === null,
  claim: viewer.id !== null && claimRefused(it, anonymous, holder) === null,
  unclaim: mayUnclaim(holder, viewer),
});

/** Rights that the link of a mail gives: none. */
export const noRight: ReceiptRights = { edit: false, withdraw: false, claim: false, unclaim: false };
