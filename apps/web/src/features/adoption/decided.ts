import type { ProposalDecidePage } from "../../graphql/operations.generated.ts";

/** The proposal that is decided upon. */
export type Decided = NonNullable<ProposalDecidePage["proposal"]>;

/** Another one, into which it may go. */
export type Other = ProposalDecidePage["proposals"][number];
