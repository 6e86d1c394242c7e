/** Signs of the codes that are printed: Crockford's, none of which can be taken for another. */
export const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Signs of a code, beside the one that checks them. */
export const codeLength = 16;

/** Signs of a code as typed: any case, spaces, dashes and look-alikes; from a QR code, the end of its address. */
export const signsOf = (typed: string) =>
  typed
    .slice(0, 400)
    .replace(/^\s*https?:\/\/\S*\/follow\//i, "")
    .toUpperCase()
    .replace(/[\s\-‐-―]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");

/**
 * The sign that checks others: Luhn's sum over thirty-two signs. One sign that is mistyped is always found, and so are two
 * neighbours that changed places, but for the first sign and the last.
 */
export function checkSign(characters: string): string {
  let sum = 0;
  for (let at = 0; at < characters.length; at++) {
    const value = signs.indexOf(characters[characters.length - 1 - at]!);
    const weighed = at % 2 ? value : 2 * value;
    sum += Math.floor(weighed / signs.length) + (weighed % signs.length);
  }
  return signs[(signs.length - (sum % signs.length)) % signs.length]!;
}

/** A code as far as it was typed. */
export type CodeTyped =
  | { state: "NONE" }
  /** So many signs are still to come, the one that checks them among them. */
  | { state: "SHORT"; left: number }
  /** A sign that no code has. */
  | { state: "STRANGE"; sign: string }
  | { state: "LONG" }
  /** One sign is not as it was printed. */
  | { state: "MISTYPED" }
  /** Whole; on sheets of before, nothing checks it. */
  | { state: "WHOLE"; characters: string; checked: boolean };

/** Reads a code as it is typed. */
export function codeTyped(typed: string): CodeTyped {
  const found = signsOf(typed);
  if (!found) return { state: "NONE" };
  const strange = Array.from(found).find((sign) => !signs.includes(sign));
  if (strange) return { state: "STRANGE", sign: strange };
  if (found.length > codeLength + 1) return { state: "LONG" };
  if (found.length < codeLength) return { state: "SHORT", left: codeLength + 1 - found.length };
  const characters = found.slice(0, codeLength);
  const checked = found.length > codeLength;
  if (checked && checkSign(characters) !== found.at(-1)) return { state: "MISTYPED" };
  return { state: "WHOLE", characters, checked };
}

/** Words around the batch and the number of a sheet. */
const around = new Set(["lot", "batch", "feuille", "sheet", "n°", "no"]);

/** A sheet as it is named at its top, where its code cannot be read: « lot A, feuille 12 sur 40 », « A 12 », « A/12 ». */
export function placeTyped(typed: string): { batch: string; number: number } | null {
  const words = typed
    .slice(0, 80)
    .split(/[\s,;/]/)
    .filter(Boolean);
  const last = words.findIndex((word) => ["sur", "of"].includes(word.toLowerCase()));
  const [batch, number, ...more] = (last < 0 ? words : words.slice(0, last)).filter(
    (word) => !around.has(word.toLowerCase()),
  );
  if (!batch || !number || more.length || !/^\d{1,5}$/.test(number)) return null;
  return { batch, number: Number(number) };
}
