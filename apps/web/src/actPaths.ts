import { type Search, withSearch } from "./paths.ts";

/** Where the team, and those who are signed in, write what a page shows: for the pages that offer them to do so. */
export const actPaths = {
  proposalEdit: (slug: string) => `/proposals/${slug}/edit`,
  /** Where an office is registered, or what is said of one is changed. */
  interlocutorNew: () => "/interlocutors/new",
  interlocutorEdit: (slug: string) => `/interlocutors/${slug}/edit`,
  /** Where one begins to carry a proposal. */
  handoverOpen: (proposal: string, filter?: Search) => withSearch(`/proposals/${proposal}/carry`, filter),
  benchInitiative: (slug: string) => `/bench/initiatives/sheets/${slug}`,
  /** Where one posts what one looks for or offers. */
  exchangeNew: () => "/exchanges/new",
  exchangeEdit: (id: string) => `/exchanges/${id}/edit`,
};
