/** Codes of an authenticator (RFC 6238): six digits, of half a minute, from a secret that a telephone keeps. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const stepMillis = 30_000;

/** A secret of 160 bits, in the 32 letters that authenticators read. */
export const newSecret = () => [...randomBytes(32)].map((byte) => letters[byte & 31]).join("");

/** The half minute of an instant, counted from 1970. */
export const stepAt = (now: Date) => Math.floor(now.getTime() / stepMillis);

/** The code of a half minute. */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", bytesOf(secret)).update(counter).digest();
  const start = digest.at(-1)! & 15;
  return String((digest.readUInt32BE(start) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, "0");
}

/** The half minute that a code is of: the one of now, before or after, for clocks that differ; null for another code. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const steps = [-1, 0, 1].map((away) => stepAt(now) + away);
  return steps.find((step) => timingSafeEqual(Buffer.from(codeAt(secret, step)), Buffer.from(code))) ?? null;
}

/** Address that an authenticator reads, as it is or drawn as squares. */
export function authenticatorLink(secret: string, account: string, site: string) {
  const search = new URLSearchParams({ secret, issuer: site }).toString().replaceAll("+", "%20");
  return `otpauth://totp/${encodeURIComponent(`${site}:${account}`)}?${search}`;
}

function bytesOf(secret: string) {
  const bits = Array.from(secret, (letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
