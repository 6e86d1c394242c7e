import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Accounted_version } from "../graphql/operations.generated.ts";

/** Fate of the passages of an objective in a version: the number cited, and those set aside, with the reason. */
export const accounted: TypedDocumentNode<Accounted_version> = gql`
  fragment Accounted_version on SynthesisVersion {
    id
    accounting {
      cited
      setAside
      unaccounted
      nothingToAdd
    }
    setAside {
      reason
      note
      keyPoint {
        id
        number
        sentence
      }
    }
  }
`;
