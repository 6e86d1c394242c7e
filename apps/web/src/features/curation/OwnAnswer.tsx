import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { OwnAnswer_answer } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Row } from "../../ui/Ruled.tsx";

export const ownAnswer: TypedDocumentNode<OwnAnswer_answer> = gql`
  fragment OwnAnswer_answer on CurationAnswer {
    id
    reason
    answeredOn
    isJoined
    joinedTo
  }
`;

interface Props {
  answered: OwnAnswer_answer | null;
  /** Number of texts that were joined with this one. */
  joined: number;
}

/** Answer of the team to a text, or the text it was joined with, for its author. */
export function OwnAnswer({ answered, joined }: Props) {
  if (!answered && joined === 0) return null;
  return (
    <Row heading={m.curation_answered()}>
      {answered && <p lang={contentLang()}>{said(answered)}</p>}
      {joined > 0 && <p>{m.curation_joined({ count: joined })}</p>}
    </Row>
  );
}

function said({ reason, answeredOn, isJoined, joinedTo }: OwnAnswer_answer) {
  const date = formatDate(answeredOn);
  if (!isJoined) return m.curation_answered_on({ date, reason });
  return joinedTo ? m.curation_joined_to({ date, words: joinedTo }) : m.curation_joined_gone({ date });
}
