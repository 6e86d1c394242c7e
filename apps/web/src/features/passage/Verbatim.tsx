import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { Verbatim_passage, Cited_contribution } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { creditOf } from "../../shared/credit.ts";
import { citedContribution } from "./cited.fragment.tsx";
import styles from "./Verbatim.module.css";
import { quoted } from "../../ui/quoted.ts";
import { AuthorLine } from "../../shared/AuthorLine.tsx";

const fragment: TypedDocumentNode<Verbatim_passage> = gql`
  fragment Verbatim_passage on Passage {
    id
    quote
    contribution {
      nameIsUnverified
      ...Cited_contribution @unmask
    }
  }
  ${citedContribution}
`;

/** A passage to the letter, with who said it from where: the way to the whole contribution. An item of a list of class `cards`. */
export const Verbatim = (props: { passage: FragmentType<Verbatim_passage> }) => (
  <Words passage={useSuspenseFragment({ fragment, fragmentName: "Verbatim_passage", from: props.passage }).data} />
);

interface Said {
  quote: string;
  contribution: Cited_contribution & { nameIsUnverified?: boolean };
}

/** The same of what is there already: where there are so many that their ids would weigh more than their words. */
export function Words({ passage: { quote, contribution } }: { passage: Said }) {
  return (
    <li className={styles.verbatim}>
      <blockquote className="verbatim" lang={contentLang()}>
        {quoted(quote)}
      </blockquote>
      <Link to={contribution.notebook ? paths.notebook(contribution.id) : paths.contribution(contribution.id)}>
        {contribution.notebook?.title ? `${m.notebook_from({ title: contribution.notebook.title })}, ` : ""}
        <AuthorLine of={contribution} />
        <span className="visually-hidden">
          {m.ui_colon()}
          {m.keyPoint_read_contribution()}
        </span>
      </Link>
      {contribution.source && <small className="quiet">{creditOf(contribution.source)}</small>}
    </li>
  );
}

Verbatim.fragment = fragment;
Words.fragment = citedContribution;
