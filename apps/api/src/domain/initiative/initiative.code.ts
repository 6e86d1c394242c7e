import { createHash } from "node:crypto";
import { signed } from "../../platform/secret.ts";

/** The code of the private link of whoever proposed an initiative: 120 bits made of its id, so that a retry gets it again and nothing is stored in clear. */
export const proposerCode = (initiativeId: string) =>
  signed("initiative", initiativeId).subarray(0, 15).toString("base64url");

/** What is stored of it, and what a sheet is found by. */
export const codeDigest = (code: string) => createHash("sha256").update(`initiative ${code}`).digest("hex");
