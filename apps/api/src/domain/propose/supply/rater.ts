/**
 * Ratings are of use, not of popularity: « M'aide à décider », « déjà dit », « hors sujet », once a device; only the
 * writers of the proposal see the counts. Arguments are in the order of their ids, which are drawn at random.
 */
import { createHash } from "node:crypto";

/** Digest of a rater: enough to change the rating, not to know who. */
export const raterDigest = (contributionId: string, key: string) =>
  createHash("sha256").update(`rater ${contributionId} ${key}`).digest("hex");
