import { SaxesParser } from "saxes";
import { setImmediate } from "node:timers/promises";
import { largest, Unreadable } from "./unreadable.ts";

/** Handlers called as a document is read. Names come without their prefix. */
export interface XmlReader {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

const bare = (name: string) => name.slice(name.indexOf(":") + 1);

/** Reads a document by pieces, so that the site goes on in between. A DOCTYPE is refused: no entity is ever made. */
export async function readXml(text: string, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  const refuse = (reason: "BROKEN" | "DOCTYPE" | "TOO_DEEP") => {
    throw new Unreadable(reason);
  };
  parser.on("error", () => refuse("BROKEN"));
  parser.on("doctype", () => refuse("DOCTYPE"));
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > largest.depth) refuse("TOO_DEEP");
    reader.open?.(bare(name), attributes as Record<string, string>);
  });
  parser.on("text", (found) => reader.text?.(found));
  parser.on("cdata", (found) => reader.text?.(found));
  parser.on("closetag", ({ name }) => {
    depth--;
    reader.close?.(bare(name));
  });
  const piece = 65_536;
  for (let at = 0; at < text.length; at += piece) {
    parser.write(text.slice(at, at + piece));
    await setImmediate();
  }
  parser.close();
}
