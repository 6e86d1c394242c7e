import type { ReactNode } from "react";
import { contentLang, quoteMarks } from "../i18n/content.ts";
import { Highlighted } from "./Highlighted.tsx";
import type { Range } from "./ranges.ts";
import styles from "./Quote.module.css";

interface Props {
  /** The words, to the letter. */
  text: string;
  ranges?: readonly Range[];
  /** Author, as they chose to appear. */
  who?: ReactNode;
  /** A name, in the language of the words. */
  named?: boolean;
  /** From where, when, by which channel. */
  where?: ReactNode;
  big?: boolean;
}

/** Somebody's words and where they come from. The words stay in the language they were written in. */
export const Quote = ({ text, ranges = [], who, named, where, big }: Props) => (
  <figure className={styles.quote}>
    <blockquote className={big ? styles.big : undefined} lang={contentLang()}>
      {quoteMarks()[0]}
      <Highlighted text={text} ranges={ranges} />
      {quoteMarks()[1]}
    </blockquote>
    {(who || where) && (
      <figcaption>
        {who && <b lang={named ? contentLang() : undefined}>{who}</b>}
        {where && <span>{where}</span>}
      </figcaption>
    )}
  </figure>
);
