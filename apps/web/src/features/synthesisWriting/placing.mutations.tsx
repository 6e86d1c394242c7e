import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  BringBack,
  BringBackVariables,
  ResolveCitation,
  ResolveCitationVariables,
  SetAside,
  SetAsideVariables,
} from "../../graphql/operations.generated.ts";

export const setAside: TypedDocumentNode<SetAside, SetAsideVariables> = gql`
  mutation SetAside($input: SetAsideInput!) {
    setAside(input: $input) {
      problems {
        code
        field
        value
      }
      version {
        id
        edit
        revision
        accounting {
          cited
          setAside
          unaccounted
          nothingToAdd
        }
        missing {
          code
          count
        }
        setAside {
          id
          reason
          note
          keyPoint {
            id
            number
            sentence
          }
          passage {
            id
            quote
          }
        }
        unaccounted(first: 200) {
          id
          quote
          contribution {
            id
            authorName
            territory {
              id
              name
            }
          }
        }
      }
    }
  }
`;

export const bringBack: TypedDocumentNode<BringBack, BringBackVariables> = gql`
  mutation BringBack($input: BringBackInput!) {
    bringBack(input: $input) {
      problems {
        code
        field
        value
      }
      version {
        id
        edit
        revision
        accounting {
          cited
          setAside
          unaccounted
          nothingToAdd
        }
        missing {
          code
          count
        }
        setAside {
          id
          reason
          note
          keyPoint {
            id
            number
            sentence
          }
          passage {
            id
            quote
          }
        }
        unaccounted(first: 200) {
          id
          quote
          contribution {
            id
            authorName
            territory {
              id
              name
            }
          }
        }
      }
    }
  }
`;

export const resolveCitation: TypedDocumentNode<ResolveCitation, ResolveCitationVariables> = gql`
  mutation ResolveCitation($input: ResolveCitationInput!) {
    resolveCitation(input: $input) {
      problems {
        code
        field
        value
      }
      review {
        passageId
        resolution
        reply
      }
    }
  }
`;
