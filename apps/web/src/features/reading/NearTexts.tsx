import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { differenceOf, type Stretch } from "@cahier/schema/text/difference";
import { type ReactNode, useMemo } from "react";
import { Link } from "react-router-dom";
import type { NearTexts_text } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./NearTexts.module.css";
import { useReadingSearch } from "./filter.ts";
import { contentLang } from "../../i18n/content.ts";

const fragment: TypedDocumentNode<NearTexts_text> = gql`
  fragment NearTexts_text on NearText {
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
  text: NearTexts_text;
}

/** Origin and state of a near text. */
export function NearTextsHead({ text: { contribution, isRead, keyPoints } }: Props) {
  const [said] = keyPoints;
  return (
    <p className="cluster quiet">
      {contribution.question && (
        <span>
          {m.reading_question()} {contribution.question.code}
        </span>
      )}
      {contribution.region && <span>{contribution.region.name}</span>}
      <When date={contribution.contributedOn} format="short" />
      {contribution.status === "UNPUBLISHED" && <Chip>{m.reading_not_published()}</Chip>}
      {said ? (
        <span lang={contentLang()}>{m.near_says({ sentence: said.sentence })}</span>
      ) : (
        <span>{isRead ? m.near_is_read() : m.near_to_read()}</span>
      )}
    </p>
  );
}

/** Its words, one press away from being read on the reading desk. */
export function NearTextsLink({ text: { contribution } }: Props) {
  const search = useReadingSearch();
  return (
    <Link to={paths.readingText(contribution.id) + search} className={styles.clamp} lang={contentLang()}>
      {contribution.body}
    </Link>
  );
}

/** Two texts that are almost the same side by side, each with what the other does not have; then acts on the pair. */
export function SideBySide({ body, text, children }: Props & { body: string; children?: ReactNode }) {
  const other = text.contribution.body;
  const pieces = useMemo(() => piecesOf(differenceOf(body, other)), [body, other]);
  const search = useReadingSearch();
  return (
    <div className={styles.pair}>
      <div>
        <p className="quiet">{m.near_here()}</p>
        <blockquote className="verbatim" lang={contentLang()}>
          {pieces.map(({ ours, differs }, at) => (
            <Words as={differs ? "del" : null} words={ours} key={at} />
          ))}
        </blockquote>
      </div>
      <div>
        <NearTextsHead text={text} />
        <blockquote className="verbatim" lang={contentLang()}>
          {pieces.map(({ theirs, differs }, at) => (
            <Words as={differs ? "ins" : null} words={theirs} key={at} />
          ))}
        </blockquote>
        <Link to={paths.readingText(text.contribution.id) + search}>{m.near_open_other()}</Link>
        {children}
      </div>
    </div>
  );
}

/** Stretches of two texts at one place. */
interface Piece {
  ours: string;
  theirs: string;
  differs: boolean;
}

/** Their difference place by place: a word that is only written otherwise, « TVA » and « tva », is the same. */
function piecesOf(stretches: readonly Stretch[]): Piece[] {
  const pieces: Piece[] = [];
  for (const { kind, text } of stretches) {
    const last = pieces.at(-1);
    if (kind === "same") pieces.push({ ours: text, theirs: text, differs: false });
    else if (kind === "out") pieces.push({ ours: text, theirs: "", differs: true });
    else if (last?.differs && !last.theirs) {
      last.theirs = text;
      last.differs = last.ours.trim().localeCompare(text.trim(), "fr", { sensitivity: "base" }) !== 0;
    } else pieces.push({ ours: "", theirs: text, differs: true });
  }
  return pieces;
}

/** The words of one of them at a place; the blank after what differs is no part of it. */
function Words({ as: Element, words }: { as: "ins" | "del" | null; words: string }) {
  if (!Element || !words) return words;
  const differing = words.trimEnd();
  return (
    <>
      <Element>{differing}</Element>
      {words.slice(differing.length)}
    </>
  );
}

NearTextsHead.fragment = fragment;
