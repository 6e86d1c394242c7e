/**
 * What one gives a proposal, supplied or amending, is followed at one address, by codes that never open each
 * other: pages, masks and robots know one path.
 */
import { createHash } from "node:crypto";
import { signed } from "./secret.ts";

/** What a private link follows: one never opens what another one does. */
type Followed = "initiative" | "supply" | "amendment";

/** The code of a private link: 120 bits that only this site can make of the id of a row, so that a retry gets it again and nothing is stored in clear. */
export const linkCode = (followed: Followed, id: string) => signed(followed, id).subarray(0, 15).toString("base64url");

/** What is stored of it, and what a row is found by. */
export const linkDigest = (followed: Followed, code: string) =>
  createHash("sha256").update(`${followed} ${code}`).digest("hex");
