import canonicalize from "canonicalize";
import { createHash } from "node:crypto";

/** Canonical JSON (RFC 8785): what is equal reads the same. `space` indents it, as `JSON.stringify` takes it. */
export function canonical(value: unknown, space?: number): string {
  const text = canonicalize(value)!;
  return space ? JSON.stringify(JSON.parse(text), null, space) : text;
}

/** SHA-256 of the canonical JSON, in hexadecimal: whoever has the text can make it again. */
export const hashOf = (value: unknown): string => createHash("sha256").update(canonical(value)).digest("hex");
