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
  /** File made for a team, and the trace of its sources. */
  production: (id: string) => `/productions/${id}/file`,
  productionTrace: (id: string) => `/productions/${id}/trace.json`,
};

/** Formats of a document, and of the data behind it. Names of programs are the same in both languages. */
export const formats = [
  ["pdf", () => "PDF"],
  ["docx", () => "Word (.docx)"],
  ["odt", () => "LibreOffice (.odt)"],
  ["html", m.production_format_html],
  ["json", m.production_format_json],
] as const;
