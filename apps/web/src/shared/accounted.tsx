import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Accounted_version } from "../graphql/operations.generated.ts";

/** What became of the passages of an objective in a version: how many are cited, and those set aside, with why. */
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
