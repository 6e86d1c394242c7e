import { type Search, withSearch } from "./paths.ts";

type KeyPointFile = "key-points.qdc" | "passages.csv" | "passages.ods";

/** Addresses of files that few pages lead to: apart from those of pages, which weigh on every first page. */
export const filePaths = {
  documentPicture: (slug: string, version: number) => `/documents/${slug}/versions/${version}/page`,
  minutesText: "/minutes/text",
  meetingFiles: (slug: string) => `/meetings/${slug}/files`,
  meetingFile: (slug: string, id: string) => `/meetings/${slug}/files/${id}`,
  /** The responses, for the team. */
  responsesFile: (slug: string, format: "csv" | "codebook.csv" | "xlsx" | "ods" | "json") =>
    `/exports/questionnaires/${slug}.${format}`,
  /** Sheets printed together, as a tagged file. */
  sheetsPdf: (slug: string, batch: string, search?: Search) => withSearch(`/paper/${slug}/sheets/${batch}.pdf`, search),
  notebookFiles: (id: string) => `/notebooks/${id}/files`,
  notebookFile: (id: string, file: string) => `/notebooks/${id}/files/${file}`,
  notebookPicture: (id: string, file: string) => `/notebooks/${id}/files/${file}/page`,
  importScans: (id: string) => `/imports/${id}/scans`,
  /** The passages behind one key point. */
  keyPointFile: (id: string, file: "passages.csv" | "passages.ods") => `/open-data/key-points/${id}/${file}`,
  /** The key points of an objective as a codebook, and the passages behind them: those of everybody. */
  objectiveFile: (slug: string, file: KeyPointFile) => `/open-data/objectives/${slug}/${file}`,
  /** The same with the working labels, for the team. */
  teamObjectiveFile: (slug: string, file: KeyPointFile) => `/exports/objectives/${slug}/${file}`,
  /** A version as a file. */
  synthesisFile: (slug: string, version: number, format: "html" | "pdf" | "docx" | "odt" | "json") =>
    `/syntheses/${slug}/v${version}.${format}`,
  /** The result of a question: « 1.2.csv », « 1.2.svg ». */
  resultFile: (slug: string, file: string, search?: Search) =>
    withSearch(`/questionnaires/${slug}/results/${file}`, search),
};
