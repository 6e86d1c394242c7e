import { buffer } from "node:stream/consumers";
import type { Writing } from "./writing.ts";

/** Formats in which a document can be downloaded. */
export type WritingFormat = "html" | "pdf" | "docx" | "odt";

/** Writer of each format, imported when somebody asks for one. */
export const writers: Record<WritingFormat, { type: string; write: (writing: Writing) => Promise<Buffer | string> }> = {
  html: {
    type: "text/html; charset=utf-8",
    write: async (writing) => (await import("./html.ts")).html(writing),
  },
  pdf: {
    type: "application/pdf",
    write: async (writing) => (await import("./pdf.ts")).pdf(writing),
  },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: async (writing) => buffer((await import("./docx.ts")).docx(writing)),
  },
  odt: {
    type: "application/vnd.oasis.opendocument.text",
    write: async (writing) => buffer((await import("./odt.ts")).odt(writing)),
  },
};
