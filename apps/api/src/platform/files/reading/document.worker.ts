/** Reads one document in a thread of its own, which is ended when it takes too long: `readDocument.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { firstPicture } from "./firstPicture.ts";
import { documentText } from "./documentText.ts";
import { pdfRead } from "./pdfRead.ts";
import type { ReadDocument } from "./readDocument.ts";
import { Unreadable } from "./unreadable.ts";

interface Asked {
  kind: string;
  bytes: Uint8Array;
  mostMemory: number;
}

const { kind, bytes, mostMemory } = workerData as Asked;

/** The memory of WebAssembly, as far as it is bounded here: the types of Node do not name it. */
interface Memory {
  buffer: ArrayBuffer;
  grow: (pages: number) => number;
}

// Memory beyond this is refused to the drawing library, which then reports a page that cannot be shown.
const memory = (globalThis as unknown as { WebAssembly: { Memory: { prototype: Memory } } }).WebAssembly.Memory
  .prototype;
const grow = memory.grow;
memory.grow = function bounded(this: Memory, pages: number) {
  if (this.buffer.byteLength + pages * 65_536 > mostMemory) throw new RangeError("Too much memory.");
  return grow.call(this, pages);
};

const nothing: ReadDocument = { words: "", pages: null, picture: null, hostile: false };

async function read(): Promise<ReadDocument> {
  const file = Buffer.from(bytes);
  if (kind === "PDF" || kind === "PNG" || kind === "JPEG") return pdfRead(file, kind);
  if (kind === "WEBP") return nothing;
  try {
    return { ...nothing, words: await documentText(file), picture: await firstPicture(file) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    // An archive that unpacks to far more than it says is nothing that somebody wrote.
    return { ...nothing, hostile: error.reason === "INFLATED" || error.reason === "BROKEN" };
  }
}

parentPort!.postMessage(await read().catch(() => nothing));
