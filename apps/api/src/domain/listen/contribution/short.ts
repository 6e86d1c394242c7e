/**
 * « /p/7F3K-2QWX »: the short address of a contribution, on paper and in notes, for ever. It is the end of its id in letters
 * that cannot be taken for one another: nothing is kept, a slip of the hand leads nowhere, and nobody goes from one to the
 * next.
 */
import { inFours, typed, written } from "../../../platform/code.ts";

/** Digits of an id that a short address says: forty bits. */
const digits = 10;

/** The path of a contribution, shorter. */
export const shortPath = (id: string) =>
  `/p/${inFours(written(BigInt(`0x${id.replaceAll("-", "").slice(-digits)}`), 8))}`;

/** The end of the id that a code says, however it was typed; null where it can be none. */
export function endOfId(code: string): string | null {
  const bits = typed(code, 8);
  return bits === null ? null : bits.toString(16).padStart(digits, "0");
}
