import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { NotebookCard_notebook } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { placeOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { creditOf } from "../../shared/credit.ts";
import { Card } from "../../ui/Card.tsx";
import { When } from "../../ui/When.tsx";

const fragment: TypedDocumentNode<NotebookCard_notebook> = gql`
  fragment NotebookCard_notebook on Notebook {
    id
    title
    readers
    contribution {
      id
      excerpt
      authorName
      contributedOn
      territory {
        id
        name
      }
      source {
        name
        licence
        attribution
      }
    }
  }
`;

/** Reading state of a notebook, in words. */
const readingOf = (readers: number) =>
  readers === 0
    ? m.notebook_reading_UNREAD()
    : readers === 1
      ? m.notebook_reading_READ()
      : m.notebook_reading_READ_TWICE();

/** A notebook in a list: its title, who wrote it and where, its beginning, how far it was read. */
export function NotebookCard(props: { notebook: FragmentType<NotebookCard_notebook> }) {
  const { data } = useSuspenseFragment({ fragment, fragmentName: "NotebookCard_notebook", from: props.notebook });
  const { id, title, readers, contribution } = data;
  const facts = [
    title === contribution.authorName ? null : contribution.authorName,
    placeOf(contribution),
    contribution.source && creditOf(contribution.source),
  ].filter(Boolean);
  return (
    <Card as="li" foot={<span>{readingOf(readers)}</span>}>
      <h3>
        <Link to={paths.notebook(id)} lang={contentLang()}>
          {title ?? m.notebook_untitled()}
        </Link>
      </h3>
      <p className="quiet">
        {facts.map((fact) => `${fact} · `)}
        <When date={contribution.contributedOn} />
      </p>
      <p lang={contentLang()}>{beginning(contribution.excerpt)}</p>
    </Card>
  );
}

NotebookCard.fragment = fragment;

const beginning = (text: string) => (text.length > 220 ? `${text.slice(0, text.lastIndexOf(" ", 220))}…` : text);
