import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { Beside_item } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";

const fragment: TypedDocumentNode<Beside_item> = gql`
  fragment Beside_item on ReadingText {
    id
    answers {
      question {
        id
        code
        label
        type
      }
      words
    }
    contribution {
      id
      siblings {
        id
        excerpt
        goesOn
        question {
          id
          code
          label
        }
      }
    }
  }
`;

/** The rest of the response of a text: the problem chosen, the office named, the sector, what is written elsewhere in it. */
export function Beside(props: { item: FragmentType<Beside_item> }) {
  const { answers, contribution } = useSuspenseFragment({ fragment, from: props.item }).data;
  if (!answers.length && !contribution.siblings.length) return null;
  return (
    <section className="flow">
      <h2>{m.reading_beside()}</h2>
      <dl className="flow">
        {answers.map(({ question, words }) => (
          <div key={question.id}>
            <dt className="quiet" lang="fr">
              {question.code} {question.label}
            </dt>
            <dd lang="fr">{words.join(", ")}</dd>
            {question.type === "SHORT_TEXT" && (
              <dd>
                <More to={`${paths.interlocutorNew()}?name=${encodeURIComponent(words[0]!)}`} icon={null}>
                  {m.reading_to_register()}
                </More>
              </dd>
            )}
          </div>
        ))}
        {contribution.siblings.map(({ id, question, excerpt, goesOn }) => (
          <div key={id}>
            <dt className="quiet" lang="fr">
              {question ? `${question.code} ${question.label}` : m.reading_free()}
            </dt>
            <dd lang="fr">
              <Link to={paths.readingText(id)}>
                {excerpt}
                {goesOn && "…"}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

Beside.fragment = fragment;
