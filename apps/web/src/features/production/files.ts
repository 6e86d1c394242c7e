import { m } from "@cahier/schema/messages";

type Format = "html" | "pdf" | "docx" | "odt" | "json";

/** The addresses of what is made of the data: files of the API, which few pages know of. */
export const files = {
  /** All that a proposal is made of. */
  dossier: (slug: string, format: Format) => `/proposals/${slug}/dossier.${format}`,
  /** A proposal on one page, to be printed. */
  page: (slug: string, format: "pdf" | "html") => `/proposals/${slug}/page.${format}`,
  /** The letter of a handover. */
  letter: (id: string, format: Format) => `/handovers/${id}/letter.${format}`,
  /** The letter of an ask that nobody carried yet, for the team. */
  askLetter: (slug: string, ask: string, format: Format) => `/proposals/${slug}/letters/${ask}.${format}`,
};

/** What a document can be taken as, and the data behind it. */
export const formats = [
  ["pdf", m.export_format_pdf],
  ["docx", m.export_format_docx],
  ["odt", m.export_format_odt],
  ["html", m.export_format_html],
  ["json", m.export_format_json],
] as const;
