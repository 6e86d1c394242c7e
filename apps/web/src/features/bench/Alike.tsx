import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { differenceOf } from "@cahier/schema/text/difference";
import { useMemo } from "react";
import { Link } from "react-router-dom";
import type { Alike_text } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./Alike.module.css";
import { useBenchSearch } from "./filter.ts";

const fragment: TypedDocumentNode<Alike_text> = gql`
  fragment Alike_text on NearText {
    isRead
    words
    contribution {
      id
      body
      status
      contributedOn
      question {
        id
        code
      }
      region {
        id
        name
      }
    }
    keyPoints {
      id
      sentence
    }
  }
`;

interface Props {
  text: Alike_text;
}

/** Where a text that is like another comes from, and what became of it. */
export function AlikeHead({ text: { contribution, isRead, keyPoints } }: Props) {
  const [said] = keyPoints;
  return (
    <p className="cluster quiet">
      {contribution.question && <span>{contribution.question.code}</span>}
      {contribution.region && <span>{contribution.region.name}</span>}
      <When date={contribution.contributedOn} format="short" />
      {contribution.status === "UNPUBLISHED" && <Chip>{m.bench_not_published()}</Chip>}
      {said ? (
        <span lang="fr">{m.near_says({ sentence: said.sentence })}</span>
      ) : (
        <span>{isRead ? m.near_is_read() : m.near_to_read()}</span>
      )}
    </p>
  );
}

/** Its words, one press away from being read on the bench. */
export function AlikeLink({ text: { contribution } }: Props) {
  const search = useBenchSearch();
  return (
    <Link to={paths.benchRead(contribution.id) + search} className={styles.clamp} lang="fr">
      {contribution.body}
    </Link>
  );
}

/** Two texts that are almost the same side by side, each with what the other does not have. */
export function SideBySide({ body, text }: Props & { body: string }) {
  const other = text.contribution.body;
  const stretches = useMemo(() => differenceOf(body, other), [body, other]);
  return (
    <div className={styles.pair}>
      <div>
        <p className="quiet">{m.near_here()}</p>
        <blockquote className="verbatim" lang="fr">
          {stretches.map(({ kind, text: words }, at) =>
            kind === "in" ? null : kind === "out" ? <del key={at}>{words}</del> : words,
          )}
        </blockquote>
      </div>
      <div>
        <AlikeHead text={text} />
        <blockquote className="verbatim" lang="fr">
          {stretches.map(({ kind, text: words }, at) =>
            kind === "out" ? null : kind === "in" ? <ins key={at}>{words}</ins> : words,
          )}
        </blockquote>
        <AlikeLinkTo text={text} />
      </div>
    </div>
  );
}

const AlikeLinkTo = ({ text }: Props) => {
  const search = useBenchSearch();
  return <Link to={paths.benchRead(text.contribution.id) + search}>{m.near_open_other()}</Link>;
};

AlikeHead.fragment = fragment;
