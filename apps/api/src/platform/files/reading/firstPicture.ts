import type { ReadDocument } from "./readDocument.ts";
import { filesIn } from "./zip.ts";

/** Places where editors put a picture of the first page. */
const places = ["Thumbnails/thumbnail.png", "docProps/thumbnail.jpeg"];

const isPng = (file: Buffer) => file.subarray(0, 8).equals(Buffer.from("89504e470d0a1a0a", "hex"));
const isJpeg = (file: Buffer) => file.subarray(0, 3).equals(Buffer.from("ffd8ff", "hex"));

/** Bytes of the largest one that is shown. */
const most = 500_000;

/** The picture of its first page that the editor of a document put in it; null for none. */
export async function firstPicture(archive: Buffer): Promise<ReadDocument["picture"]> {
  const files = await filesIn(archive, (name) => places.includes(name));
  for (const bytes of files.values()) {
    if (bytes.length > most) continue;
    if (isPng(bytes)) return { type: "image/png", bytes: new Uint8Array(bytes) };
    if (isJpeg(bytes)) return { type: "image/jpeg", bytes: new Uint8Array(bytes) };
  }
  return null;
}
