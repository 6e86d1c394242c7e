import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation, useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type {
  MarkedPassages_contribution,
  UnmarkPassage,
  UnmarkPassageVariables,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";

const fragment: TypedDocumentNode<MarkedPassages_contribution> = gql`
  fragment MarkedPassages_contribution on Contribution {
    id
    passages {
      id
      startsAt
      quote
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

/** What was marked in a contribution, and how to take it back. */
export function MarkedPassages(props: { contribution: FragmentType<MarkedPassages_contribution> }) {
  const { data: contribution } = useSuspenseFragment({ fragment, from: props.contribution });
  const [unmark, { loading }] = useMutation(unmarkPassage, { refetchQueries: ["BenchReadPage"] });
  if (!contribution.passages.length) return null;
  return (
    <section className="flow">
      <h2>{m.bench_already()}</h2>
      <ul className="flow">
        {contribution.passages.map((passage) => (
          <li className="flow" key={passage.id}>
            <blockquote lang="fr">
              <mark>{passage.quote}</mark>
            </blockquote>
            {passage.keyPoints.map((keyPoint) => (
              <p className="cluster quiet" key={keyPoint.id}>
                <span>
                  {keyPoint.number}. {keyPoint.sentence}
                </span>
                <Button
                  small
                  disabled={loading}
                  aria-label={m.bench_unmark_from({ sentence: keyPoint.sentence })}
                  onClick={() =>
                    void unmark({ variables: { input: { passageId: passage.id, keyPointId: keyPoint.id } } })
                  }
                >
                  {m.bench_unmark()}
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
