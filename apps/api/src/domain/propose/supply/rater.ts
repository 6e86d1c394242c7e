/**
 * Use is rated, not popularity: « M'aide à décider », « déjà dit », « hors sujet », once a device, counted for
 * those who write alone. Arguments stand in the order of their ids, which are drawn.
 */
import { createHash } from "node:crypto";

/** Digest of a rater: enough to change the rating, not to know who. */
export const raterDigest = (contributionId: string, key: string) =>
  createHash("sha256").update(`rater ${contributionId} ${key}`).digest("hex");
