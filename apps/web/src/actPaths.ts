import { type Search, withSearch } from "./paths.ts";

/** Where one writes what a page shows, or follows what one wrote: for the pages that offer to do so. */
export const actPaths = {
  proposalEdit: (slug: string) => `/proposals/${slug}/edit`,
  /** Where an office is registered, or what is said of one is changed. */
  interlocutorNew: () => "/interlocutors/new",
  interlocutorEdit: (slug: string) => `/interlocutors/${slug}/edit`,
  /** Where one begins to carry a proposal. */
  handoverOpen: (proposal: string, filter?: Search) => withSearch(`/proposals/${proposal}/carry`, filter),
  benchInitiative: (slug: string) => `/bench/initiatives/sheets/${slug}`,
  exchange: (id: string) => `/exchanges/${id}`,
  /** Where one posts what one looks for or offers. */
  exchangeNew: () => "/exchanges/new",
  exchangeEdit: (id: string) => `/exchanges/${id}/edit`,
  initiativePropose: () => "/initiatives/propose",
  /** What became of a proposed initiative, by the secret of its link. */
  initiativeFollow: (code: string) => `/initiatives/follow/${code}`,
  /** Where an address asks for no more mails. */
  stopMails: (token: string) => withSearch("/mails/stop", { token }),
  /** The mails that the demonstration would have sent. */
  demoMail: () => "/demo/mail",
};
