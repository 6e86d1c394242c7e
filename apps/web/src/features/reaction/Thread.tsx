import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { ReactionsOfParagraphs, ReactionsOfParagraphsVariables } from "../../graphql/operations.generated.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Reactions } from "./Reactions.tsx";

/** Of all the paragraphs at once: a person who opens one opens another. */
const query: TypedDocumentNode<ReactionsOfParagraphs, ReactionsOfParagraphsVariables> = gql`
  query ReactionsOfParagraphs($slug: String!, $version: Int!) {
    synthesis(slug: $slug) {
      id
      versionNumbered(version: $version) {
        id
        paragraphs {
          id
          reactions {
            id
            kind
            hiddenFor
            ...Reactions_reaction
          }
        }
      }
    }
  }
  ${Reactions.fragment}
`;

export interface ThreadProps {
  /** The synthesis. */
  slug: string;
  version: number;
  paragraphId: string;
  /** Another version took its place: it is read, and no longer reacted to. */
  closed?: boolean;
}

/** Reactions to one paragraph, and the form of a new one. */
export function Thread({ slug, version, paragraphId, closed }: ThreadProps) {
  const { data, error } = useQuery(query, { variables: { slug, version } });
  if (error && !data) return <Notice tone="warn">{m.reaction_not_there()}</Notice>;
  if (!data) return <p className="quiet">{m.reaction_loading()}</p>;
  const paragraph = data.synthesis?.versionNumbered?.paragraphs.find(({ id }) => id === paragraphId);
  return (
    <Reactions
      subject="SYNTHESIS_PARAGRAPH"
      subjectId={paragraphId}
      reactions={paragraph?.reactions ?? []}
      closed={closed && m.reaction_closed()}
    />
  );
}
