import { gql, type TypedDocumentNode } from "@apollo/client";
import type { TerritoryField_region } from "../../../graphql/operations.generated.ts";

/** A region of a form and its departments. Without ids: a hundred of them would be a sixth of the document. */
export const regionsOfForm: TypedDocumentNode<TerritoryField_region> = gql`
  fragment TerritoryField_region on Territory {
    code
    name
    departments {
      code
      name
    }
  }
`;
