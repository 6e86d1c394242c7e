import type { ProposalAdoptPage } from "../../graphql/operations.generated.ts";

/** The proposal that is decided upon. */
export type ProposalToAdopt = NonNullable<ProposalAdoptPage["proposal"]>;

/** Another one, into which it may go. */
export type Other = ProposalAdoptPage["proposals"][number];
