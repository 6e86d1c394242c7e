import { type Search, withSearch } from "./paths.ts";

export type KeyPointFile = "key-points.qdc" | "passages.csv" | "passages.ods";

/** The addresses of files that the API makes, which only the pages that offer them lead to. */
export const filePaths = {
  /** A questionnaire to be printed, as a tagged file. */
  questionnairePdf: (slug: string, search?: Search) => withSearch(`/questionnaires/${slug}/print.pdf`, search),
  /** The responses, for the team. */
  responses: (slug: string, format: "csv" | "codebook.csv" | "xlsx" | "ods" | "json") =>
    `/exports/questionnaires/${slug}.${format}`,
  /** What may be published of the responses, as an archive, for anybody. */
  openData: (slug: string) => `/open-data/questionnaires/${slug}.zip`,
  /** The key points of an objective as a codebook, and the passages behind them: those of everybody. */
  objective: (slug: string, file: KeyPointFile) => `/open-data/objectives/${slug}/${file}`,
  /** The passages behind one key point. */
  keyPoint: (id: string, file: "passages.csv" | "passages.ods") => `/open-data/key-points/${id}/${file}`,
  /** The result of a question: « 1.2.csv », « 1.2.svg ». */
  result: (slug: string, file: string, search?: Search) =>
    withSearch(`/questionnaires/${slug}/results/${file}`, search),
};
