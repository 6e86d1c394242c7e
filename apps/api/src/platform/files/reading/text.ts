import { Unreadable } from "./unreadable.ts";

const marks: [string, number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

const named = new Set(["utf-8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252"]);

/** The text of bytes: in UTF-8, in UTF-16 where it says so, or in what its XML declaration says. Refused when it is none. */
export function textOf(bytes: Buffer): string {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  const declared = /^\s*<\?xml[^>]*\sencoding=["']([\w-]+)["']/.exec(bytes.toString("latin1", 0, 200))?.[1];
  const encoding = marked ?? declared?.toLowerCase() ?? "utf-8";
  if (!marked && !named.has(encoding)) throw new Unreadable("ENCODING");
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable("ENCODING");
  }
  if (text.includes("\0")) throw new Unreadable("ENCODING");
  return text;
}
