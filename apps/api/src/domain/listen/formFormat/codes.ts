import { withoutAccents } from "@cahier/schema/text/plain";

const usable = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;
const reserved = new Set([
  "constructor",
  "prototype",
  "CONSTRUCTOR",
  "PROTOTYPE",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "__proto__",
]);

/** A code that can be stored, exported and addressed: the file's own where it can, and no other's. */
export function usableCode(code: string, taken: { has(code: string): boolean }): string {
  const kept = code.trim();
  if (isUsable(kept) && !taken.has(kept)) return kept;
  const plain = withoutAccents(kept)
    .replace(/[^A-Za-z0-9.-]+/g, "_")
    .replace(/^[^A-Za-z0-9]+|_$/g, "")
    .slice(0, 56);
  const base = isUsable(plain) ? plain : `c${plain.replace(/-other$/i, "")}`.slice(0, 56);
  let found = isUsable(base) ? base : "c";
  for (let n = 2; taken.has(found); n++) found = `${isUsable(base) ? base : "c"}_${n}`;
  return found;
}

const isUsable = (code: string) => usable.test(code) && !reserved.has(code) && !code.endsWith("-other");
