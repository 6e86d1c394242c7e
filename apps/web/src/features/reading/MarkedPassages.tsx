import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { MarkedPassages_item } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { inTurn, remember } from "./acts.ts";
import { useMarkAgain, useUnmark } from "./unmark.tsx";

type Marked = MarkedPassages_item["passages"][number];
type Passage = Marked["passage"];
type KeyPoint = Marked["keyPoints"][number];

const fragment: TypedDocumentNode<MarkedPassages_item> = gql`
  fragment MarkedPassages_item on ReadingText {
    id
    passages {
      id
      passage {
        id
        quote
        startsAt
        endsAt
      }
      keyPoints {
        id
        number
        sentence
      }
    }
  }
`;

/** Passages marked in a contribution, as its reader may see them, each with an undo. */
export function MarkedPassages(props: { item: FragmentType<MarkedPassages_item> }) {
  const { data: item } = useSuspenseFragment({ fragment, from: props.item });
  const unmark = useUnmark();
  const mark = useMarkAgain();
  const takeBack = ({ id: passageId, startsAt, endsAt }: Passage, { id: keyPointId, sentence }: KeyPoint) =>
    void inTurn(async () => {
      if (!(await unmark({ passageId, keyPointId }).catch(() => false))) return;
      const undo = () => mark({ contributionId: item.id, startsAt, endsAt, keyPointId });
      remember(item.id, { said: m.reading_unmarked({ sentence }), undo });
    });
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
                  aria-label={m.reading_unmark_from({ sentence: keyPoint.sentence })}
                  onClick={() => takeBack(passage, keyPoint)}
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
