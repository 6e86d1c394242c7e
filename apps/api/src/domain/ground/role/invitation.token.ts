import { createHash, randomBytes } from "node:crypto";
import { signed } from "../../../platform/secret.ts";

/** Secret of an invitation's link: 192 bits, told once. */
export const newToken = () => randomBytes(24).toString("base64url");

/** The same of one try, which has it again when it is sent again: only this site can make it. */
export const tokenOf = (id: string, key: string) =>
  signed("invitation", `${id} ${key}`).subarray(0, 24).toString("base64url");

/** Digest of a secret, stored and searched for. */
export const tokenDigest = (token: string) => createHash("sha256").update(`invitation ${token}`).digest("hex");

/** Days in which a link is used. */
const invitationDays = 14;

/** The instant at which a link made now stops. */
export const expiryFrom = (now: Date) => new Date(now.getTime() + invitationDays * 86_400_000);
