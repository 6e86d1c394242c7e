import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { OfNotebook_item } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { quoted } from "../../ui/quoted.ts";

const fragment: TypedDocumentNode<OfNotebook_item> = gql`
  fragment OfNotebook_item on ReadingText {
    id
    contribution {
      id
      notebook {
        id
        title
        lines {
          id
          state
          passage {
            id
            quote
          }
          theme {
            id
            title
          }
        }
      }
    }
  }
`;

/** The notebook that a text is, and its lines that are settled: one that another group sent is read here with it. */
export function OfNotebook(props: { item: FragmentType<OfNotebook_item> }) {
  const { notebook } = useSuspenseFragment({ fragment, from: props.item }).data.contribution;
  if (!notebook) return null;
  const settled = notebook.lines.filter(({ state }) => state === "OWN" || state === "ACCEPTED");
  return (
    <section className="flow">
      <h2>{m.notebook_kicker()}</h2>
      <p>
        <Link to={paths.notebook(notebook.id)} lang={contentLang()}>
          {notebook.title ?? m.notebook_untitled()}
        </Link>
      </p>
      {settled.length > 0 && (
        <ul>
          {settled.map(({ id, passage, theme }) => (
            <li key={id} lang={contentLang()}>
              {quoted(passage.quote)} <small>{theme.title}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

OfNotebook.fragment = fragment;
