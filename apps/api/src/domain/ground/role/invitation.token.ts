import { createHash, randomBytes } from "node:crypto";

/** Secret of an invitation's link: 192 bits, told once. */
export const newToken = () => randomBytes(24).toString("base64url");

/** Digest of a secret, stored and searched for. */
export const tokenDigest = (token: string) => createHash("sha256").update(`invitation ${token}`).digest("hex");

/** Days in which a link is used. */
const invitationDays = 14;

/** The instant at which a link made now stops. */
export const expiryFrom = (now: Date) => new Date(now.getTime() + invitationDays * 86_400_000);
