import { withSearch } from "./paths.ts";

/** The addresses beside a proposal that few pages lead to: the first pages carry none of them. */
export const proposalPaths = {
  /** What holds between proposals. */
  coherence: () => "/proposals/coherence",
  /** As it stood each time it changed. */
  versions: (slug: string) => `/proposals/${slug}/versions`,
  version: (slug: string, number: number) => `/proposals/${slug}/versions/${number}`,
  /** What became of what somebody gave to one, by the secret of its link. */
  follow: (code: string) => `/proposals/follow/${code}`,
  /** Two versions side by side. */
  difference: (slug: string, from: number, to: number) => `/proposals/${slug}/versions/${from}/${to}`,
  /** What was proposed to change in it. */
  amendments: (slug: string) => `/proposals/${slug}/amendments`,
  amendment: (slug: string, id: string) => `/proposals/${slug}/amendments/${id}`,
  /** Where one proposes other words for a sentence, or one sentence more in a part. */
  amend: (slug: string, about: { statement: string } | { part: string }) =>
    withSearch(`/proposals/${slug}/amendments`, about),
};

/** The number that an address names; 0 where it names none. */
export const numberOf = (text: string | undefined) => (/^[1-9]\d{0,5}$/.test(text ?? "") ? Number(text) : 0);
