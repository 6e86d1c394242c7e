import { createHmac, randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { config } from "./config.ts";
import { home } from "./folders.ts";

let known: string | undefined;

/** What signs sessions and receipts: the operator's, else one made at the first start and kept beside the data. */
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
