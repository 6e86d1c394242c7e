import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { Objections_proposal } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Line } from "../../ui/Part.tsx";
import { FromWords } from "./FromWords.tsx";

const fragment: TypedDocumentNode<Objections_proposal> = gql`
  fragment Objections_proposal on Proposal {
    id
    objections {
      id
      text
      reply
      blocking
      words {
        id
        authorName
        nameIsUnverified
        organisationName
      }
      replyWords {
        id
        authorName
        nameIsUnverified
        organisationName
      }
    }
  }
`;

/** Objections to a proposal with their replies, and the words either was taken up from. */
export function Objections(props: { proposal: FragmentType<Objections_proposal> }) {
  const { objections } = useSuspenseFragment({ fragment, from: props.proposal }).data;
  return (
    <ul lang={contentLang()}>
      {objections.map(({ id, text, reply, blocking, words, replyWords }) => (
        <Line key={id}>
          <h4>{text}</h4>
          {blocking && !reply && <Chip tone="toCome">{m.proposal_blocking()}</Chip>}
          {reply ? <p>{reply}</p> : <p className="quiet">{m.proposal_objection_no_reply()}</p>}
          {replyWords && (
            <p>
              <FromWords words={replyWords} reply />
            </p>
          )}
          {words && (
            <p>
              <FromWords words={words} />
            </p>
          )}
        </Line>
      ))}
    </ul>
  );
}

Objections.fragment = fragment;
