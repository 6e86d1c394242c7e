import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Organiser_instance } from "../../graphql/operations.generated.ts";

/** Organiser of the site, as legal texts name it. */
export const organiser: TypedDocumentNode<Organiser_instance> = gql`
  fragment Organiser_instance on Instance {
    name
    organiser
    controller
    address
    contact
    director
    host
  }
`;
