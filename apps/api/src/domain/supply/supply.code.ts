import { createHash } from "node:crypto";
import { signed } from "../../platform/secret.ts";

/** The code of the private link of whoever supplied something: 120 bits made of its id, so that a retry gets it again and nothing is stored in clear. */
export const supplyCode = (contributionId: string) =>
  signed("supply", contributionId).subarray(0, 15).toString("base64url");

/** What is stored of it, and what a supply is found by. */
export const codeDigest = (code: string) => createHash("sha256").update(`supply ${code}`).digest("hex");

/** What is kept of whoever rates: enough to change it, not to know who. */
export const raterDigest = (contributionId: string, key: string) =>
  createHash("sha256").update(`rater ${contributionId} ${key}`).digest("hex");
