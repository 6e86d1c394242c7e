import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { longestList } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type {
  OlderReactions,
  OlderReactionsVariables,
  ReactionKind,
  Reactions_reaction,
  ReactionSubject,
  RulingReason,
  StatementPart,
} from "../../graphql/operations.generated.ts";
import { useRest } from "../../ui/useRest.tsx";
import { ReactionCard } from "./ReactionCard.tsx";

const query: TypedDocumentNode<OlderReactions, OlderReactionsVariables> = gql`
  query OlderReactions($subject: ReactionSubject!, $subjectId: ID!, $before: ID!) {
    olderReactions(subject: $subject, subjectId: $subjectId, before: $before) {
      id
      kind
      hiddenFor
      ofPart
      ...Reactions_reaction
    }
  }
  ${ReactionCard.fragment}
`;

export interface Reacted {
  subject: ReactionSubject;
  subjectId: string;
  /** The newest of them, oldest first. */
  reactions: readonly (FragmentType<Reactions_reaction> & {
    id: string;
    kind: ReactionKind;
    hiddenFor: RulingReason | null;
    /** Asked for where what is reacted to has parts. */
    ofPart?: StatementPart | null;
  })[];
  /** Number of reactions shown at first; the longest list by default. */
  first?: number;
  /** Address of those that came before one of them. */
  older?: (before: string) => string;
}

/** Reactions to something, those that are older above once they are asked for. */
export function ReactionList({ subject, subjectId, reactions, first, older }: Reacted) {
  const client = useApolloClient();
  const { rest, control } = useRest({
    begun: reactions,
    most: longestList,
    first,
    async ask(before) {
      const variables = { subject, subjectId, before };
      return (await client.query({ query, variables, fetchPolicy: "network-only" })).data?.olderReactions;
    },
    upwards: true,
    label: m.reaction_older(),
    to: older,
  });
  if (reactions.length === 0) return null;
  return (
    <>
      {control}
      <ul className="cards">
        {[...rest, ...reactions].map((one) => (
          <ReactionCard reaction={one} part={one.ofPart} key={one.id} />
        ))}
      </ul>
    </>
  );
}

/** Number of reactions that show; left out while some of them wait to be asked for. */
export const reactionCount = (all: readonly { hiddenFor: RulingReason | null }[], first = longestList) =>
  all.length < first ? m.reaction_count({ count: all.filter((one) => !one.hiddenFor).length }) : undefined;
