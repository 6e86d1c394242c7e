import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Cause_cause } from "../graphql/operations.generated.ts";

/** A reaction or a meeting that made a version change. */
export const causeFragment: TypedDocumentNode<Cause_cause> = gql`
  fragment Cause_cause on VersionCause {
    reaction {
      id
      subject
      subjectId
      authorName
      nameIsUnverified
      text
    }
    meeting {
      id
      slug
      title
    }
  }
`;
