import { createHash, randomBytes } from "node:crypto";

/** The secret of a draft whose browser could not make one. */
export const newDraftToken = () => randomBytes(18).toString("base64url");

/** Digest of a draft's secret, stored and searched for; null for a token of the wrong shape. */
export const tokenDigest = (token: string) =>
  /^[\w-]{22,64}$/.test(token) ? createHash("sha256").update(`draft\0${token}`).digest("hex") : null;
