import { fromBufferPromise } from "yauzl";
import type { AttachmentKind } from "../../../graphql/resolvers.generated.ts";

/** Media type that each kind of file is served with. */
export const types: Record<AttachmentKind, string> = {
  PDF: "application/pdf",
  PNG: "image/png",
  JPEG: "image/jpeg",
  ODT: "application/vnd.oasis.opendocument.text",
  DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

const startsWith = (file: Buffer, hex: string) => file.subarray(0, hex.length / 2).equals(Buffer.from(hex, "hex"));

/** Answers the kind of a file by its bytes; its name says nothing. Null for a kind that is not taken. */
export async function kindOf(file: Buffer): Promise<AttachmentKind | null> {
  if (file.subarray(0, 5).toString("latin1") === "%PDF-")
    return file.subarray(-2048).toString("latin1").includes("%%EOF") ? "PDF" : null;
  if (startsWith(file, "89504e470d0a1a0a0000000d49484452"))
    return file.subarray(-8).equals(Buffer.from("49454e44ae426082", "hex")) ? "PNG" : null;
  if (startsWith(file, "ffd8ff")) return file.subarray(-64).includes(Buffer.from("ffd9", "hex")) ? "JPEG" : null;
  return startsWith(file, "504b0304") ? kindOfArchive(file) : null;
}

/** The most files that a text document holds. */
const mostEntries = 2000;

/** Paths of macros and scripts in an archive: a document that holds one is refused. */
const program = /(^|\/)(vbaProject\.bin|Basic\/|Scripts\/)/i;

/** A text document by the names in its archive: nothing of it is inflated, whatever it says of its size. */
async function kindOfArchive(file: Buffer): Promise<AttachmentKind | null> {
  // Of an OpenDocument file the first entry is its type, as it is.
  const isOdt = file.subarray(30, 38 + types.ODT.length).toString("latin1") === `mimetype${types.ODT}`;
  const names = new Set<string>();
  try {
    const archive = await fromBufferPromise(file, { lazyEntries: true });
    if (archive.entryCount > mostEntries) return null;
    for await (const { fileName } of archive.eachEntry()) names.add(fileName);
  } catch {
    return null;
  }
  if ([...names].some((name) => program.test(name))) return null;
  if (isOdt) return names.has("content.xml") ? "ODT" : null;
  return names.has("[Content_Types].xml") && names.has("word/document.xml") ? "DOCX" : null;
}
