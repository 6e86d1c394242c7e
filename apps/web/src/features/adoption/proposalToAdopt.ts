import type { ProposalAdoptPage } from "../../graphql/operations.generated.ts";

/** The proposal that is decided upon. */
export type ProposalToAdopt = NonNullable<ProposalAdoptPage["proposal"]>;
