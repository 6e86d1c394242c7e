import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { Beside_item } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
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
    ofResponse {
      id
      contribution {
        id
        body
        question {
          id
          code
          label
        }
      }
    }
  }
`;

const byCode = (a: { code: string }, b: { code: string }) => a.code.localeCompare(b.code, undefined, { numeric: true });

/** A whole response, in the order of its questions: what was chosen, the office named, what was written. */
export function Beside(props: { item: FragmentType<Beside_item> }) {
  const { answers, ofResponse } = useSuspenseFragment({ fragment, from: props.item }).data;
  const written = ofResponse.flatMap(({ contribution: { question, body } }) =>
    question ? [{ ...question, type: null, words: body }] : [],
  );
  const chosen = answers.map(({ question, words }) => ({ ...question, words: words.join(", ") }));
  if (!chosen.length && written.length < 2) return null;
  return (
    <dl className="flow">
      {[...chosen, ...written].toSorted(byCode).map(({ id, code, label, type, words }) => (
        <div key={id}>
          <dt className="quiet" lang={contentLang()}>
            {code} {label}
          </dt>
          <dd lang={contentLang()}>{words}</dd>
          {type === "SHORT_TEXT" && (
            <dd>
              <More to={`${paths.interlocutorNew()}?name=${encodeURIComponent(words)}`} icon={null}>
                {m.reading_to_register()}
              </More>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

Beside.fragment = fragment;
