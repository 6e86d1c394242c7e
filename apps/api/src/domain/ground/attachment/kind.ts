import { fromBufferPromise } from "yauzl";
import type { AttachmentKind } from "../../../graphql/resolvers.generated.ts";

/** Media type that each kind of file is served with. */
export const types: Record<AttachmentKind, string> = {
  PDF: "application/pdf",
  PNG: "image/png",
  JPEG: "image/jpeg",
  WEBP: "image/webp",
  ODT: "application/vnd.oasis.opendocument.text",
  DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ODS: "application/vnd.oasis.opendocument.spreadsheet",
  XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  PPTX: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
};

const startsWith = (file: Buffer, hex: string) => file.subarray(0, hex.length / 2).equals(Buffer.from(hex, "hex"));

/** Answers the kind of a file by its bytes; its name says nothing. Null for a kind that is not taken. */
export async function kindOf(file: Buffer): Promise<AttachmentKind | null> {
  if (startsWith(file, "504b0304")) return kindOfArchive(file);
  return endsAsArchive(file) ? null : kindOfPage(file);
}

/** True of a file that programs which unpack take for an archive, whatever it begins with: it would be two things. */
const endsAsArchive = (file: Buffer) => file.subarray(-65_557).includes(Buffer.from("504b0506", "hex"));

function kindOfPage(file: Buffer): AttachmentKind | null {
  if (file.subarray(0, 5).toString("latin1") === "%PDF-")
    return file.subarray(-2048).toString("latin1").includes("%%EOF") ? "PDF" : null;
  if (startsWith(file, "89504e470d0a1a0a0000000d49484452"))
    return file.subarray(-8).equals(Buffer.from("49454e44ae426082", "hex")) ? "PNG" : null;
  if (startsWith(file, "ffd8ff")) return file.subarray(-64).includes(Buffer.from("ffd9", "hex")) ? "JPEG" : null;
  const isWebp = startsWith(file, "52494646") && file.subarray(8, 12).toString("latin1") === "WEBP";
  return isWebp && file.length >= 20 && file.readUInt32LE(4) + 8 === file.length ? "WEBP" : null;
}

/** The most files that a document holds, and their bytes once inflated, as the archive says. */
const mostEntries = 2000;
const mostInflated = 200_000_000;

/** Paths of macros, scripts and controls in an archive: a document that holds one is refused. */
const program = /(^|\/)(vbaProject\.bin|Basic\/|Scripts\/|activeX\/)/i;

/** Kinds of OpenDocument: the first entry of their archive is their type, as it is. */
const open = ["ODT", "ODS"] as const;

/** The file in which each kind of Office keeps its words. */
const office = { DOCX: "word/document.xml", XLSX: "xl/workbook.xml", PPTX: "ppt/presentation.xml" } as const;

/**
 * A document by the names in its archive: nothing of it is inflated. One whose files overlap, or that would fill the
 * memory of whoever opens it, is none.
 */
async function kindOfArchive(file: Buffer): Promise<AttachmentKind | null> {
  const names = new Set<string>();
  let [packed, inflated] = [0, 0];
  try {
    const archive = await fromBufferPromise(file, { lazyEntries: true });
    if (archive.entryCount > mostEntries) return null;
    for await (const { fileName, compressedSize, uncompressedSize } of archive.eachEntry()) {
      packed += compressedSize;
      inflated += uncompressedSize;
      names.add(fileName);
    }
  } catch {
    return null;
  }
  if (packed > file.length || inflated > mostInflated || [...names].some((name) => program.test(name))) return null;
  const said = open.find(
    (kind) => file.subarray(30, 38 + types[kind].length).toString("latin1") === `mimetype${types[kind]}`,
  );
  if (said) return names.has("content.xml") ? said : null;
  if (!names.has("[Content_Types].xml")) return null;
  const held = Object.entries(office).filter(([, name]) => names.has(name));
  return held.length === 1 ? (held[0]![0] as keyof typeof office) : null;
}
