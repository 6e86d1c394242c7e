import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Counted_region, Largest_coverage } from "../graphql/operations.generated.ts";

/** Share of the most inhabited region among responses, beside that of its population. */
export const largestShare: TypedDocumentNode<Largest_coverage> = gql`
  fragment Largest_coverage on Coverage {
    largest {
      share
      populationShare
      territory {
        id
        name
      }
    }
  }
`;

/** A region, and the responses that came from it. */
export const regionCounted: TypedDocumentNode<Counted_region> = gql`
  fragment Counted_region on RegionCoverage {
    responses
    territory {
      id
      slug
      code
      name
    }
  }
`;
