/** SQL: public proposals. */
export const publicProposal = (it: string) => `${it}.state <> 'DRAFT'`;

/** SQL: proposals open to amendments and supplies. */
export const openProposal = (it: string) => `${it}.state = 'OPEN'`;

/** SQL: public proposals that still stand: neither merged, split, set aside nor withdrawn. */
export const standingProposal = (it: string) => `${it}.state in ('OPEN', 'STABILISED', 'ADOPTED')`;

/** SQL: proposals that still stand, drafts too. */
export const keptProposal = (it: string) => `${it}.state in ('DRAFT', 'OPEN', 'STABILISED', 'ADOPTED')`;
