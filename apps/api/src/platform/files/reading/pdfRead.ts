import { mostCharacters } from "./documentText.ts";
import type { ReadDocument } from "./readDocument.ts";

/** Sides of the picture of a page, in points of the screen: as wide as it is shown, twice as fine. */
const [widest, highest] = [760, 1080];

/** Pages whose words are read, at most. */
const mostPages = 400;

const types = { PDF: "application/pdf", PNG: "image/png", JPEG: "image/jpeg" };

/** The first page of a PDF, or a picture, drawn small enough for a page of the site; and the words of all its pages. */
export async function pdfRead(file: Buffer, kind: keyof typeof types): Promise<ReadDocument> {
  const read: ReadDocument = { words: "", pages: null, picture: null, hostile: false };
  const mupdf = await import("mupdf");
  mupdf.setLog(null);
  const document = mupdf.Document.openDocument(new Uint8Array(file), types[kind]);
  if (document.needsPassword()) return read;
  read.pages = kind === "PDF" ? document.countPages() : null;
  try {
    const page = document.loadPage(0);
    const [left, top, right, bottom] = page.getBounds();
    const scale = Math.min(widest / (right - left), highest / (bottom - top), kind === "PDF" ? 4 : 1);
    const drawn = page.toPixmap([scale, 0, 0, scale, 0, 0], mupdf.ColorSpace.DeviceRGB, false, true);
    read.picture = { type: "image/jpeg", bytes: drawn.asJPEG(80, false).slice() };
  } catch {
    // A page that cannot be drawn is not shown: its words may be there.
  }
  if (kind !== "PDF") return read;
  const words: string[] = [];
  let length = 0;
  try {
    for (let at = 0; at < Math.min(read.pages ?? 0, mostPages) && length < mostCharacters; at++) {
      const text = document.loadPage(at).toStructuredText("").asText();
      length += text.length;
      words.push(text);
    }
  } catch {
    // The pages before are read.
  }
  return { ...read, words: words.join("\n").slice(0, mostCharacters).toWellFormed().replaceAll("\0", " ") };
}
