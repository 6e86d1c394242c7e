import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { ReactionsOfBlocks, ReactionsOfBlocksVariables } from "../../graphql/operations.generated.ts";
import { Notice } from "../../ui/Notice.tsx";
import { KeyedReactions } from "./KeyedReactions.tsx";
import { Reactions } from "./Reactions.tsx";
import { reactionCounts } from "../../shared/reactionCounts.tsx";

/** Of all the blocks at once: a person who opens one opens another. */
const query: TypedDocumentNode<ReactionsOfBlocks, ReactionsOfBlocksVariables> = gql`
  query ReactionsOfBlocks($slug: String!) {
    meeting(slug: $slug) {
      id
      minutes {
        id
        blocks {
          id
          reactions {
            id
            kind
            hiddenFor
            ...Reactions_reaction
          }
          reactionCounts {
            ...ReactionCounts_counts @unmask
          }
        }
      }
    }
  }
  ${Reactions.fragment}
  ${reactionCounts}
`;

export interface BlockThreadProps {
  /** The meeting. */
  slug: string;
  blockId: string;
}

/** Reactions to one block of minutes, and the form of a new one. */
export function BlockThread({ slug, blockId }: BlockThreadProps) {
  const { data, error } = useQuery(query, { variables: { slug } });
  if (error && !data) return <Notice tone="warn">{m.reaction_not_there()}</Notice>;
  if (!data) return <p className="quiet">{m.reaction_loading()}</p>;
  const block = data.meeting?.minutes?.blocks.find(({ id }) => id === blockId);
  return <KeyedReactions subject="MINUTES_BLOCK" subjectId={blockId} reactions={block?.reactions ?? []} />;
}
