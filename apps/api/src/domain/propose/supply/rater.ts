import { createHash } from "node:crypto";

/** What is kept of whoever rates: enough to change it, not to know who. */
export const raterDigest = (contributionId: string, key: string) =>
  createHash("sha256").update(`rater ${contributionId} ${key}`).digest("hex");
