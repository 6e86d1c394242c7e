import { fromBufferPromise } from "yauzl";
import { largest, Unreadable } from "./unreadable.ts";

/**
 * The files of an archive that are asked for, in memory. What it says of their size is not believed: bytes are counted
 * as they are inflated, all files together.
 */
export async function filesIn(archive: Buffer, wanted: (name: string) => boolean): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  let bytes = 0;
  try {
    const zip = await fromBufferPromise(archive, { lazyEntries: true });
    if (zip.entryCount > largest.entries) throw new Unreadable("TOO_MANY");
    for await (const entry of zip.eachEntry()) {
      if (!wanted(entry.fileName)) continue;
      if (bytes + entry.uncompressedSize > largest.inflated) throw new Unreadable("INFLATED");
      const stream = await zip.openReadStreamPromise(entry);
      const pieces: Buffer[] = [];
      for await (const piece of stream) {
        bytes += (piece as Buffer).length;
        if (bytes > largest.inflated) throw new Unreadable("INFLATED");
        pieces.push(piece as Buffer);
      }
      files.set(entry.fileName, Buffer.concat(pieces));
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable("BROKEN");
  }
  return files;
}
