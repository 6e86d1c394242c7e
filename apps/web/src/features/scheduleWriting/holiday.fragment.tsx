import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Holiday_period } from "../../graphql/operations.generated.ts";

/** Days on which few people come, as a calendar avoids them. */
export const holidayPeriod: TypedDocumentNode<Holiday_period> = gql`
  fragment Holiday_period on Holiday {
    id
    name
    kind
    zone
    startsOn
    endsOn
  }
`;
