import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Carried_proposal } from "../graphql/operations.generated.ts";

/** A proposal, as the office that it is carried to meets it. */
export const carriedProposal: TypedDocumentNode<Carried_proposal> = gql`
  fragment Carried_proposal on Proposal {
    id
    slug
    number
    title
    summary
    peopleCount
  }
`;
