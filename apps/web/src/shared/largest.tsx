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

/** A region, the responses that came from it, and its contributions, which show at once. */
export const regionCounted: TypedDocumentNode<Counted_region> = gql`
  fragment Counted_region on RegionCoverage {
    responses
    contributions
    territory {
      id
      slug
      code
      name
    }
  }
`;

/** The counts of regions as a map takes them: responses enter them several at a time, some after their words are read. */
export const onTheMap = (regions: readonly Counted_region[]) =>
  regions.map(({ responses, contributions, territory: { code, name } }) => ({
    code,
    label: name,
    count: responses,
    waits: responses === 0 && contributions > 0,
  }));
