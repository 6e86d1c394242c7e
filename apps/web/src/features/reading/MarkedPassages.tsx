import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation, useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { MarkedPassages_item, UnmarkPassage, UnmarkPassageVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";

const fragment: TypedDocumentNode<MarkedPassages_item> = gql`
  fragment MarkedPassages_item on ReadingText {
    id
    passages {
      id
      passage {
        id
        quote
      }
      keyPoints {
        id
        number
        sentence
      }
    }
  }
`;

const unmarkPassage: TypedDocumentNode<UnmarkPassage, UnmarkPassageVariables> = gql`
  mutation UnmarkPassage($input: UnmarkPassageInput!) {
    unmarkPassage(input: $input) {
      problems {
        code
      }
    }
  }
`;

/** Passages marked in a contribution, as its reader may see them, each with an undo. */
export function MarkedPassages(props: { item: FragmentType<MarkedPassages_item> }) {
  const { data: item } = useSuspenseFragment({ fragment, from: props.item });
  const [unmark, { loading }] = useMutation(unmarkPassage, { refetchQueries: ["ReadingTextPage"] });
  if (!item.passages.length) return null;
  return (
    <section className="flow">
      <h2>{m.reading_already()}</h2>
      <ul className="flow">
        {item.passages.map(({ passage, keyPoints }) => (
          <li className="flow" key={passage.id}>
            <blockquote lang="fr">
              <mark>{passage.quote}</mark>
            </blockquote>
            {keyPoints.map((keyPoint) => (
              <p className="cluster quiet" key={keyPoint.id}>
                <span>
                  {keyPoint.number}. {keyPoint.sentence}
                </span>
                <Button
                  small
                  disabled={loading}
                  aria-label={m.reading_unmark_from({ sentence: keyPoint.sentence })}
                  onClick={() =>
                    void unmark({ variables: { input: { passageId: passage.id, keyPointId: keyPoint.id } } })
                  }
                >
                  {m.reading_unmark()}
                </Button>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

MarkedPassages.fragment = fragment;
