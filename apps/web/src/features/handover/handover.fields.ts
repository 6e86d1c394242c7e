import type { HandoverPage } from "../../graphql/operations.generated.ts";

/** A handover as its page reads it: what its acts begin from. */
export type HeldHandover = Pick<
  NonNullable<HandoverPage["handover"]>,
  | "id"
  | "ask"
  | "interlocutor"
  | "version"
  | "carrierConsent"
  | "carrierAsked"
  | "carrierName"
  | "contactedOn"
  | "handedOverOn"
  | "documentTitle"
  | "replyBy"
  | "reply"
  | "commitments"
  | "log"
  | "officeLink"
  | "officeReplies"
  | "endedOn"
  | "viewerCan"
>;

/** Query refetched after an act, or after a refusal because somebody else acted. */
export const again = ["HandoverPage"];

export const textIn = (fields: FormData, name: string) => (fields.get(name) as string | null) ?? "";
export const dayIn = (fields: FormData, name: string) => textIn(fields, name) || null;
