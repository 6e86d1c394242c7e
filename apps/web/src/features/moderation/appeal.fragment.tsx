import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Appealed_appeal } from "../../graphql/operations.generated.ts";

/** An appeal, as its author reads it. */
export const appealed: TypedDocumentNode<Appealed_appeal> = gql`
  fragment Appealed_appeal on Appeal {
    id
    text
    appealedOn
    outcome
    note
    decidedOn
  }
`;
