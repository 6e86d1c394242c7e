import { m } from "@cahier/schema/messages";
import type { RulingReason } from "../graphql/operations.generated.ts";
import { reasonNames } from "./reasons.ts";

/** « Masqué : propos injurieux », in the place of a text that a moderator hid. */
export const HiddenPlace = ({ because }: { because: RulingReason }) => (
  <p className="quiet">{m.moderation_place({ reason: reasonNames[because]().toLowerCase() })}</p>
);
