import { gql, type TypedDocumentNode } from "@apollo/client";
import type { VersionWords_version } from "../../graphql/operations.generated.ts";
import { termChoice } from "../../shared/choices.tsx";

/** Words of a version of a proposal, without sources and examples. */
export const versionWords: TypedDocumentNode<VersionWords_version> = gql`
  fragment VersionWords_version on ProposalVersion {
    id
    number
    title
    summary
    carriers
    levers {
      ...TermChoice_term @unmask
    }
    statements {
      statementId
      part
      text
    }
    asks {
      askId
      text
      interlocutor {
        id
        name
      }
    }
    objections {
      objectionId
      text
      reply
    }
    works {
      workId
      title
      reference
    }
  }
  ${termChoice}
`;
