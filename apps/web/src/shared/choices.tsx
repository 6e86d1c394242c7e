import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  RegionChoice_territory,
  RegionDepartments_territory,
  TermChoice_term,
} from "../graphql/operations.generated.ts";

/** A term of a list, to choose it or to name it: sectors, criteria, kinds of organisation. */
export const termChoice: TypedDocumentNode<TermChoice_term> = gql`
  fragment TermChoice_term on Term {
    key
    label
    labelEn
  }
`;

/** A region to choose. */
export const regionChoice: TypedDocumentNode<RegionChoice_territory> = gql`
  fragment RegionChoice_territory on Territory {
    id
    slug
    name
  }
`;

/** A region to choose, or one of its departments. */
export const regionDepartments: TypedDocumentNode<RegionDepartments_territory> = gql`
  fragment RegionDepartments_territory on Territory {
    id
    slug
    name
    departments {
      id
      slug
      name
    }
  }
`;
