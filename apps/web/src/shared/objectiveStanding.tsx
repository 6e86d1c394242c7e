import { gql, type TypedDocumentNode } from "@apollo/client";
import type { ObjectiveStanding_objective } from "../graphql/operations.generated.ts";

/** An objective among those of its group: how far it came, and the synthesis to read. */
export const objectiveStanding: TypedDocumentNode<ObjectiveStanding_objective> = gql`
  fragment ObjectiveStanding_objective on Objective {
    id
    slug
    number
    name
    state
    responseCount
    synthesis {
      id
      slug
    }
  }
`;
