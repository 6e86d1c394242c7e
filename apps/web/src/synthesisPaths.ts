import { type Search, withSearch } from "./paths.ts";

/** The addresses around a synthesis, that its pages alone lead to: the first pages carry none of them. */
export const synthesisPaths = {
  versions: (slug: string) => `/syntheses/${slug}/versions`,
  version: (slug: string, version: number) => `/syntheses/${slug}/versions/${version}`,
  /** Two versions side by side. */
  difference: (slug: string, from: number, to: number) => `/syntheses/${slug}/versions/${from}/${to}`,
  /** A version as a file. */
  file: (slug: string, version: number, format: "html" | "pdf" | "docx" | "odt" | "json") =>
    `/syntheses/${slug}/v${version}.${format}`,
  /** What a version leaves out, and why; the one in force when none is named. */
  annex: (slug: string, version?: number) => withSearch(`/syntheses/${slug}/annex`, { version }),
  /** What was said of each paragraph of each version. */
  reactions: (slug: string, id?: string) => `/syntheses/${slug}/reactions${id ? `#${id}` : ""}`,
  /** Where those who hold the bench write it. */
  write: (slug: string, search?: Search) => withSearch(`/syntheses/${slug}/write`, search),
};
