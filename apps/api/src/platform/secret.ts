import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { config } from "./config.ts";
import { home } from "./folders.ts";

/** Secret that another took the place of: read until a day, and never written with. */
export interface Former {
  secret: string;
  until: Date;
}

let known: string | undefined;
let former: Former | null | undefined;

const kept = (name = "secret") => join(home(), name);
const formerFile = () => kept("secret.former");
const nextFile = () => kept("secret.next");

/** Key that signs sessions and receipts: the operator's, else one made at the first start and kept beside the data. */
export const secret = () => (known ??= config.secret ?? keptSecret(kept()));

/** The secret before it, while what it made goes on working; null once it does not. */
export function formerSecret(now = new Date()): string | null {
  former ??= config.formerSecret ? { secret: config.formerSecret, until: new Date(8.64e15) } : keptFormer();
  return former && now < former.until ? former.secret : null;
}

/** The secret before, as the folder of the data keeps it, even past its day. */
export function keptFormer(): Former | null {
  if (!existsSync(formerFile())) return null;
  const [before, until] = readFileSync(formerFile(), "utf8").split("\n");
  return { secret: before!, until: new Date(until!) };
}

/** Makes the secret that will take the place of the one in force, and keeps it aside until it does. */
export function nextSecret(): string {
  const next = randomBytes(32).toString("base64url");
  writeFileSync(nextFile(), next, { mode: 0o600 });
  return next;
}

/** True if this secret was made to take the place of the one in force, and the database follows it already. */
export const isNext = (mark: string) =>
  !config.secret && existsSync(nextFile()) && markOf(readFileSync(nextFile(), "utf8")) === mark;

/** Puts the secret that was kept aside in the place of the one in force, which is read until a day; null: never again. */
export function putNext(until: Date | null) {
  const before = secret();
  if (until) writeFileSync(formerFile(), `${before}\n${until.toISOString()}`, { mode: 0o600 });
  else rmSync(formerFile(), { force: true });
  renameSync(nextFile(), kept());
  use(readFileSync(kept(), "utf8"), until && { secret: before, until });
}

/** Signs and reads with these from now on. */
export function use(next: string, before: Former | null) {
  known = next;
  former = before;
}

/** The mark that names a secret without telling it. */
export const markOf = (key: string) => signed("mark", "", key).toString("base64url").slice(0, 22);

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
export const signed = (purpose: string, value: string, key = secret()) =>
  createHmac("sha256", key).update(`${purpose}\0${value}`).digest();

const cipher = "aes-256-gcm";

/** A text that only this site can read again, for one purpose, as an address can carry it. */
export function encrypted(purpose: string, text: string, key = secret()): string {
  const iv = randomBytes(12);
  const lock = createCipheriv(cipher, signed(`seal ${purpose}`, "", key), iv);
  const locked = Buffer.concat([lock.update(text, "utf8"), lock.final()]);
  return Buffer.concat([iv, lock.getAuthTag(), locked]).toString("base64url");
}

/** Opens a sealed text, the former secret's too while it is read; null when it was not sealed by us, or for another purpose. */
export function decrypted(purpose: string, token: string): string | null {
  const bytes = Buffer.from(token, "base64url");
  if (bytes.length < 28) return null;
  for (const key of [secret(), formerSecret()]) {
    const text = key && decryptedWith(purpose, bytes, key);
    if (typeof text === "string") return text;
  }
  return null;
}

function decryptedWith(purpose: string, bytes: Buffer, key: string): string | null {
  const lock = createDecipheriv(cipher, signed(`seal ${purpose}`, "", key), bytes.subarray(0, 12));
  lock.setAuthTag(bytes.subarray(12, 28));
  try {
    return lock.update(bytes.subarray(28), undefined, "utf8") + lock.final("utf8");
  } catch {
    return null;
  }
}
