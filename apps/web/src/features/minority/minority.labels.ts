import { m } from "@cahier/schema/messages";
import type { MinorityPositionKind } from "../../graphql/operations.generated.ts";

/** Name of a kind other than a plain minority position. */
export const kindNames: Partial<Record<MinorityPositionKind, () => string>> = {
  RESERVE: m.proposal_reserve,
  LOCAL_VARIANT: m.proposal_variant,
};
