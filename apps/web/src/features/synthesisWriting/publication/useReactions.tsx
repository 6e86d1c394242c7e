import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { use } from "react";
import type { WritingReactions, WritingReactionsVariables } from "../../../graphql/operations.generated.ts";
import { DeskContext } from "../SynthesisDesk.ts";

const query: TypedDocumentNode<WritingReactions, WritingReactionsVariables> = gql`
  query WritingReactions($slug: String!) {
    synthesis(slug: $slug) {
      id
      reactions {
        ...Writing_reaction @unmask
      }
      underWay {
        id
        paragraphs {
          id
          reactions {
            ...Writing_reaction @unmask
          }
        }
      }
    }
  }
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
