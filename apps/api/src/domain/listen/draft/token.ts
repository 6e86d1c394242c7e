import { createHash, randomBytes } from "node:crypto";

/** The secret of a draft whose browser could not make one. */
export const newDraftToken = () => randomBytes(18).toString("base64url");

/** What is stored of a secret, and what a draft is found by; null when it cannot be one. */
export const tokenDigest = (token: string) =>
  /^[\w-]{22,64}$/.test(token) ? createHash("sha256").update(`draft\0${token}`).digest("hex") : null;
