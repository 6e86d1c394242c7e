import { gql, type Reference, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient, useQuery } from "@apollo/client/react";
import { firstReactions } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { use, useRef, useState } from "react";
import type {
  Writing_reaction,
  WritingReactions,
  WritingReactionsBefore,
  WritingReactionsBeforeVariables,
  WritingReactionsVariables,
} from "../../../graphql/operations.generated.ts";
import { Button } from "../../../ui/Button.tsx";
import { DeskContext } from "../SynthesisDesk.ts";

const fragment: TypedDocumentNode<Writing_reaction> = gql`
  fragment Writing_reaction on Reaction {
    id
    kind
    text
    authorName
    reactedOn
    territory {
      id
      name
    }
  }
`;

const query: TypedDocumentNode<WritingReactions, WritingReactionsVariables> = gql`
  query WritingReactions($slug: String!) {
    synthesis(slug: $slug) {
      id
      reactions(first: 40) {
        ...Writing_reaction @unmask
      }
      underWay {
        id
        paragraphs {
          id
          reactions(first: 40) {
            ...Writing_reaction @unmask
          }
        }
      }
    }
  }
  ${fragment}
`;

const olderQuery: TypedDocumentNode<WritingReactionsBefore, WritingReactionsBeforeVariables> = gql`
  query WritingReactionsBefore($subject: ReactionSubject!, $of: ID!, $before: ID!) {
    olderReactions(subject: $subject, subjectId: $of, before: $before, first: 40) {
      ...Writing_reaction @unmask
    }
  }
  ${fragment}
`;

export type Reaction = NonNullable<WritingReactions["synthesis"]>["reactions"][number];

/** Reactions to the version under way, to the whole and by paragraph: asked for once somebody looks at them. */
export function useReactions(looked = true) {
  const { slug } = use(DeskContext).synthesis;
  const { data } = useQuery(query, { variables: { slug }, skip: !looked, fetchPolicy: "cache-and-network" });
  const found = data?.synthesis;
  return {
    asked: !found,
    whole: found?.reactions ?? [],
    byParagraph: new Map(found?.underWay?.paragraphs.map(({ id, reactions }) => [id, reactions])),
  };
}

interface Props {
  /** The paragraph that they are given to; the whole where there is none. */
  paragraph?: string;
  /** Those that are shown, oldest first. */
  reactions: readonly Reaction[];
}

/** Brings the forty reactions that came before those shown, wherever these are shown: nothing where there are none. */
export function OlderReactions({ paragraph, reactions }: Props) {
  const client = useApolloClient();
  const { id } = use(DeskContext).synthesis;
  const [state, setState] = useState<"asking" | "failed" | "ended" | number>(0);
  const said = useRef<HTMLOutputElement>(null);
  // They come by forty: fewer were the last.
  const goesOn = reactions.length > 0 && reactions.length % firstReactions === 0 && state !== "ended";

  async function more() {
    if (state === "asking") return;
    setState("asking");
    const of = paragraph ?? id;
    const subject = paragraph ? ("SYNTHESIS_PARAGRAPH" as const) : ("SYNTHESIS" as const);
    const variables = { subject, of, before: reactions[0]!.id };
    const answer = await client.query({ query: olderQuery, variables, fetchPolicy: "network-only" }).catch(() => null);
    const part = answer?.data?.olderReactions;
    setState(part ? part.length || "ended" : "failed");
    if (!part) return;
    client.cache.modify({
      id: client.cache.identify({ __typename: paragraph ? "SynthesisParagraph" : "Synthesis", id: of }),
      fields: {
        reactions: (known, { storeFieldName, toReference }) =>
          storeFieldName.includes(`${firstReactions}`)
            ? [...part.map((one) => toReference(one)), ...(known as readonly Reference[])]
            : known,
      },
    });
    // The button goes with the last part.
    if (part.length < firstReactions) said.current?.focus();
  }

  if (reactions.length < firstReactions) return null;
  return (
    <div className="cluster">
      {goesOn && (
        <Button small aria-disabled={state === "asking"} onClick={() => void more()}>
          {m.synthesis_older()}
        </Button>
      )}
      <output className="quiet" ref={said} tabIndex={-1}>
        {state === "failed" && m.synthesis_older_failed()}
        {typeof state === "number" && state > 0 && m.synthesis_older_came({ count: state })}
      </output>
    </div>
  );
}
