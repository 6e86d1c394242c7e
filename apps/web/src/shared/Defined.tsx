import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { Defined_use } from "../graphql/operations.generated.ts";
import { contentLang, pageLang } from "../i18n/content.ts";
import { paths } from "../paths.ts";
import styles from "./Defined.module.css";

const fragment: TypedDocumentNode<Defined_use> = gql`
  fragment Defined_use on GlossaryUse {
    subjectId
    startsAt
    endsAt
    term {
      id
      slug
      word
      definition
    }
  }
`;

interface Props {
  text: string;
  /** The words of a whole page; those of other texts are left. */
  uses: readonly Defined_use[];
  /** Id of the subject that holds the text. */
  of: string;
}

/**
 * A text some words of which open their definition: by a press, a touch or the keyboard, with the browser's own popover,
 * and without scripts. Definitions stand after the text, so that it is read and copied as it was written.
 */
export function Defined({ text, uses, of }: Props) {
  const own = uses.filter(({ subjectId }) => subjectId === of);
  if (!own.length) return text;
  const ends = own.map(({ endsAt }) => endsAt);
  return (
    <>
      {own.map(({ startsAt, endsAt, term: { slug } }, index) => (
        <span key={slug}>
          {text.slice(ends[index - 1] ?? 0, startsAt)}
          <button type="button" className={styles.word} popoverTarget={`word-${slug}`}>
            {text.slice(startsAt, endsAt)}
          </button>
        </span>
      ))}
      {text.slice(ends.at(-1))}
      {own.map(({ term: { slug, word, definition } }) => (
        <span popover="auto" className={styles.definition} id={`word-${slug}`} lang={contentLang()} key={slug}>
          <b>{word}</b>
          <span>{definition}</span>
          <Link to={paths.glossaryTerm(slug)} lang={pageLang()}>
            {m.glossary_more()}
          </Link>
        </span>
      ))}
    </>
  );
}

Defined.fragment = fragment;
