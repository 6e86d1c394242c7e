/**
 * Codes of private links. A supply, an amendment and a reaction are followed at one address, by codes that never open
 * each other: pages, masks and robots know one path.
 */
import { createHash } from "node:crypto";
import { signed } from "./secret.ts";

/** Kind of thing that a private link follows: a code for one never opens another. */
export type Followed = "initiative" | "supply" | "amendment" | "attendance" | "reaction" | "agenda_request";

/** The code of a private link: 120 bits that only this site can make of the id of a row, so that a retry gets it again and nothing is stored in clear. */
export const linkCode = (followed: Followed, id: string, key?: string) =>
  signed(followed, id, key).subarray(0, 15).toString("base64url");

/** Digest of a link's code, stored and searched for. */
export const linkDigest = (followed: Followed, code: string) =>
  createHash("sha256").update(`${followed} ${code}`).digest("hex");
