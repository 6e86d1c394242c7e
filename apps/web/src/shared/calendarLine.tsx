import { gql, type TypedDocumentNode } from "@apollo/client";
import type { CalendarLine_milestone, ObjectiveStanding_objective } from "../graphql/operations.generated.ts";

/** A step of a calendar, as it is drawn on the line of days. */
export const milestoneLine: TypedDocumentNode<CalendarLine_milestone> = gql`
  fragment CalendarLine_milestone on Milestone {
    id
    kind
    label
    startsOn
    endsOn
    doneOn
    objective {
      id
    }
  }
`;

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
