import { m } from "@cahier/schema/messages";
import type { RulingReason } from "../graphql/operations.generated.ts";

/** Reasons of a ruling. */
export const reasonNames: Record<RulingReason, () => string> = {
  CONTACT: m.moderation_reason_CONTACT,
  PERSON: m.moderation_reason_PERSON,
  INSULT: m.moderation_reason_INSULT,
  ADVERTISING: m.moderation_reason_ADVERTISING,
  OFF_TOPIC: m.moderation_reason_OFF_TOPIC,
  DUPLICATE: m.moderation_reason_DUPLICATE,
  IMPERSONATION: m.moderation_reason_IMPERSONATION,
};
