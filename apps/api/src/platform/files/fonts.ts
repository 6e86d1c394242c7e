import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inflateSync } from "node:zlib";

const require = createRequire(import.meta.url);
const opened = new Map<string, Buffer>();

/** A font of PDF files, read once: what opens a packed one unpacks it anew for each file, and twenty times slower. */
export function font(weight: number, slant = "normal"): Buffer {
  const name = `figtree-latin-${weight}-${slant}.woff`;
  const read = opened.get(name) ?? unpacked(readFileSync(require.resolve(`@fontsource/figtree/files/${name}`)));
  opened.set(name, read);
  return read;
}

/** Size of the head of a WOFF file and of one entry, then of the head of the font within and of one entry. */
const packed = { head: 44, entry: 20 };
const plain = { head: 12, entry: 16 };

/** The font within a WOFF file (https://www.w3.org/TR/WOFF/): the same tables, unpacked. */
export function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const whole = Buffer.alloc(woff.readUInt32BE(16));
  // The greatest power of two that the count holds helps to search the tables.
  const log = Math.floor(Math.log2(count));
  whole.writeUInt32BE(woff.readUInt32BE(4), 0);
  whole.writeUInt16BE(count, 4);
  whole.writeUInt16BE(2 ** log * plain.entry, 6);
  whole.writeUInt16BE(log, 8);
  whole.writeUInt16BE((count - 2 ** log) * plain.entry, 10);
  let at = plain.head + count * plain.entry;
  for (let index = 0; index < count; index++) {
    const entry = packed.head + index * packed.entry;
    const [tag, from, size, length, sum] = [0, 4, 8, 12, 16].map((by) => woff.readUInt32BE(entry + by));
    const table = woff.subarray(from, from! + size!);
    (size! < length! ? inflateSync(table) : table).copy(whole, at);
    for (const [place, word] of [tag, sum, at, length].entries())
      whole.writeUInt32BE(word!, plain.head + index * plain.entry + place * 4);
    at += Math.ceil(length! / 4) * 4;
  }
  return whole;
}
