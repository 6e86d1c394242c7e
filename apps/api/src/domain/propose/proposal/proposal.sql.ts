/** Proposals that anybody may read. */
export const publicProposal = (it: string) => `${it}.state <> 'DRAFT'`;

/** Proposals that take amendments and what is supplied to them. */
export const openProposal = (it: string) => `${it}.state = 'OPEN'`;

/** Proposals that anybody may read and that still stand: neither gone into others, nor set aside, nor withdrawn. */
export const standingProposal = (it: string) => `${it}.state in ('OPEN', 'STABILISED', 'ADOPTED')`;

/** Proposals that still stand, drafts too. */
export const keptProposal = (it: string) => `${it}.state in ('DRAFT', 'OPEN', 'STABILISED', 'ADOPTED')`;
