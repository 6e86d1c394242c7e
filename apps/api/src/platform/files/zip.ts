import { Readable } from "node:stream";
import { ZipFile } from "yazl";

/** One file of an archive: there already, or made while it is read. */
export interface Entry {
  name: string;
  content: string | (() => AsyncIterable<string | Buffer>);
  /** Kept as it is: what must be readable without unpacking. */
  stored?: boolean;
}

/** The same day for all archives: the same content makes the same bytes. */
const mtime = new Date("2012-06-20T12:00:00Z");

/**
 * An archive that is made as it is read, one entry after the other. Whoever stops reading stops it; what goes wrong while
 * an entry is made ends the archive short of its directory, so that nobody takes it for whole.
 */
export function zip(entries: Entry[]): Readable {
  const file = new ZipFile();
  const output = file.outputStream as Readable;
  let current: Readable | undefined;
  const failed = (error: Error) => output.destroy(error);
  file.on("error", failed);
  for (const { name, content, stored = false } of entries) {
    const options = { mtime, mode: 0o100644, compress: !stored, forceDosTimestamp: true };
    if (typeof content === "string") file.addBuffer(Buffer.from(content), name, options);
    else
      file.addReadStreamLazy(name, stored ? options : { ...options, compressionLevel: 4 }, (take) => {
        current = Readable.from(content(), { objectMode: false });
        current.on("error", failed);
        take(null, current);
      });
  }
  file.end();
  output.once("close", () => current?.destroy());
  return output;
}
