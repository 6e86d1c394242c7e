/** SQL: public proposals. */
export const publicProposal = (it: string) => `${it}.state <> 'DRAFT'`;

/** SQL: proposals open to amendments and supplies. */
export const openProposal = (it: string) => `${it}.state = 'OPEN'`;

/** SQL: public proposals that still stand: neither merged, split, set aside nor withdrawn. */
export const standingProposal = (it: string) => `${it}.state in ('OPEN', 'STABILISED', 'ADOPTED')`;

/** SQL: proposals that still stand, drafts too. */
export const keptProposal = (it: string) => `${it}.state in ('DRAFT', 'OPEN', 'STABILISED', 'ADOPTED')`;

/** SQL: proposals that their team alone reads. */
export const draftProposal = (it: string) => `${it}.state = 'DRAFT'`;

/** SQL: proposals whose words no longer change, to be adopted. */
export const stabilisedProposal = (it: string) => `${it}.state = 'STABILISED'`;

/** SQL: proposals that were adopted. */
export const adoptedProposal = (it: string) => `${it}.state = 'ADOPTED'`;

/** SQL: proposals that left the way to adopted so: they stay to be read. */
export const endedProposal = (it: string, state: "SET_ASIDE" | "WITHDRAWN" | "MERGED" | "SPLIT") =>
  `${it}.state = '${state}'`;
