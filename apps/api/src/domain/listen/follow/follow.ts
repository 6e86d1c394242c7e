import { decrypted, encrypted, signed } from "../../../platform/secret.ts";
import type { Follow } from "./follow.entity.ts";

/** An address that was left with a response, or the account that it was claimed into. */
export interface Following {
  kind: "ADDRESS" | "ACCOUNT";
  responseId: string;
  /** The address, or the id of the account. */
  value: string;
}

const made = (what: string, kind: string, value: string, key?: string) =>
  signed(`follow ${what}`, `${kind} ${value.toLowerCase()}`, key).toString("base64url");

/** Key that leads from a response to who follows it. */
export const keyOf = (kind: Following["kind"], responseId: string) => made("key", kind, responseId);

/** Key that leads from an address or an account to all that it follows. */
export const holderOf = (kind: Following["kind"], value: string) => made("holder", kind, value);

/** Part of the digest of what was sent: it tells one address from another, and nobody which. */
export const followedAt = (address: string | null) => ({
  followUpEmail: address && holderOf("ADDRESS", address),
});

/** The row that keeps it. */
export const follow = (it: Following, key?: string): Follow => ({
  key: made("key", it.kind, it.responseId, key),
  holder: made("holder", it.kind, it.value, key),
  sealed: encrypted("follow", JSON.stringify(it), key),
});

/** The value of a row; null if it was sealed with another secret. */
export function followingOf(row: Follow): Following | null {
  const text = decrypted("follow", row.sealed);
  return text === null ? null : (JSON.parse(text) as Following);
}
