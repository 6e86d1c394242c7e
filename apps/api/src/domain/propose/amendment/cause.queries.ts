import type { Context } from "../../../platform/context.ts";
import { causeOf, type CauseIds, toldCauses } from "../../listen/contribution/cause.queries.ts";
import { Amendments } from "./amendment.entity.ts";
import { amendmentPolicy } from "./amendment.policy.ts";

/** The causes of a version of a proposal that can be read: amendments beside those of any version. */
export async function causesOf(context: Context, causes: readonly (CauseIds & { amendmentId?: string })[]) {
  const found = causes.map(async ({ amendmentId, ...ids }) => {
    const [cause, amendment] = await Promise.all([causeOf(context, ids), context.load(Amendments, amendmentId)]);
    return { ...cause, amendment: amendment && amendmentPolicy.isShown(amendment) ? amendment : null };
  });
  return toldCauses(await Promise.all(found));
}
