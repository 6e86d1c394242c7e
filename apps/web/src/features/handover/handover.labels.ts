import { m } from "@cahier/schema/messages";
import type { ReplyWay } from "../../graphql/operations.generated.ts";

/** Names of the ways a reply arrives. */
export const wayNames: Record<ReplyWay, () => string> = {
  POST: m.handover_way_POST,
  MAIL: m.handover_way_MAIL,
  SPOKEN: m.handover_way_SPOKEN,
  LINK: m.handover_way_LINK,
};
