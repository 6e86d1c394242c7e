import { gql, type TypedDocumentNode } from "@apollo/client";
import type { TextImportTold } from "../../graphql/operations.generated.ts";

/** All that the page of an import shows. */
export const textImportTold: TypedDocumentNode<TextImportTold> = gql`
  fragment TextImportTold on TextImport {
    id
    state
    fileName
    format
    rowCount
    preset
    readLike {
      fileName
      source
    }
    checked
    trying
    faultCount
    readCount
    written
    changed
    unchanged
    leftAsIs
    held
    standingCount
    takenBack
    scans
    takenBackFor
    askedOn
    group {
      id
      slug
      name
      state
      objectives {
        id
        slug
        number
        name
      }
    }
    columns {
      name
      examples
    }
    mapping {
      kind
      id
      text
      title
      author
      territory
      territoryKind
      everywhere
      date
      day
      original
      source
      licence
      attribution
      objective
      values {
        about
        said
        meant
      }
    }
    samples {
      line
      title
      author
      place
      on
      text
    }
    faults {
      line
      code
      value
    }
    unknownValues {
      about
      said
      count
    }
  }
`;
