import type { KeyPointFile } from "./filePaths.ts";
import { type Search, withSearch } from "./paths.ts";

/** The addresses that the pages of the team alone lead to: the site of everybody carries none of them. */
export const teamPaths = {
  /** The same with the working labels, for the team. */
  teamObjectiveFile: (slug: string, file: KeyPointFile) => `/exports/objectives/${slug}/${file}`,
  /** Where the team decides on it. */
  proposalDecide: (slug: string) => `/proposals/${slug}/decide`,
  /** The sheets that wait for the team. */
  benchInitiatives: (search?: Search) => withSearch("/bench/initiatives", search),
  benchInitiativeImport: () => "/bench/initiatives/import",
  bench: (filter?: Search) => withSearch("/bench", filter),
  benchRead: (contributionId: string) => `/bench/${contributionId}`,
  benchKeyPoints: (filter?: Search) => withSearch("/bench/key-points", filter),
  studio: () => "/studio",
  composition: (slug: string, search?: Search) => withSearch(`/studio/${slug}`, search),
  compositionPreview: (slug: string, search?: Search) => withSearch(`/studio/${slug}/preview`, search),
  compositionImport: () => "/studio/import",
  entry: (slug: string, search?: Search) => withSearch(`/entry/${slug}`, search),
  entrySheets: (slug: string, search?: Search) => withSearch(`/entry/${slug}/sheets`, search),
  /** Sheets printed together, as a tagged file: made by the API. */
  sheetsPdf: (slug: string, batch: string, search?: Search) => withSearch(`/entry/${slug}/sheets/${batch}.pdf`, search),
};
