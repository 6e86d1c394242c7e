import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { config } from "./config.ts";
import { home } from "./folders.ts";

let known: string | undefined;

/** Key that signs sessions and receipts: the operator's, else one made at the first start and kept beside the data. */
export const secret = () => (known ??= config.secret ?? keptSecret(join(home(), "secret")));

function keptSecret(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  // Written aside, then linked: of two processes that start together the second takes what the first made.
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, randomBytes(32).toString("base64url"), { mode: 0o600 });
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(aside);
  }
  return readFileSync(file, "utf8");
}

/** A value that only this site can make: one `purpose` never signs for another. */
export const signed = (purpose: string, value: string) =>
  createHmac("sha256", secret()).update(`${purpose}\0${value}`).digest();

const cipher = "aes-256-gcm";

/** A text that only this site can read again, for one purpose, as an address can carry it. */
export function sealed(purpose: string, text: string): string {
  const iv = randomBytes(12);
  const lock = createCipheriv(cipher, signed(`seal ${purpose}`, ""), iv);
  const locked = Buffer.concat([lock.update(text, "utf8"), lock.final()]);
  return Buffer.concat([iv, lock.getAuthTag(), locked]).toString("base64url");
}

/** Opens a sealed text; null when it was not sealed by us, or for another purpose. */
export function opened(purpose: string, token: string): string | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length < 28) return null;
  const lock = createDecipheriv(cipher, signed(`seal ${purpose}`, ""), bytes.subarray(0, 12));
  lock.setAuthTag(bytes.subarray(12, 28));
  try {
    return lock.update(bytes.subarray(28), undefined, "utf8") + lock.final("utf8");
  } catch {
    return null;
  }
}
