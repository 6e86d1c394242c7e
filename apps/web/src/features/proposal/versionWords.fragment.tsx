import { gql, type TypedDocumentNode } from "@apollo/client";
import type { VersionWords_version } from "../../graphql/operations.generated.ts";
import { termChoice } from "../../shared/choices.tsx";

/** What a version of a proposal says, beside its statements, its asks and its examples. */
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
