/** Characters that XML cannot hold, however they are written. */
const impossible = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;

const entity: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Words as they stand in a document. */
export function escaped(words: string): string {
  const clean = words.toWellFormed().replace(impossible, "");
  return /[&<>"]/.test(clean) ? clean.replace(/[&<>"]/g, (one) => entity[one]!) : clean;
}
