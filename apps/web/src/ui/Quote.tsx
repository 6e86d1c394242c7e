import { getLocale } from "@cahier/schema/runtime";
import type { ReactNode } from "react";
import { Highlighted } from "./Highlighted.tsx";
import type { Range } from "./ranges.ts";
import styles from "./Quote.module.css";

interface Props {
  /** The words, to the letter. */
  text: string;
  ranges?: readonly Range[];
  /** Author, as they chose to appear. */
  who?: ReactNode;
  /** From where, when, by which channel. */
  where?: ReactNode;
  big?: boolean;
}

/** Somebody's words and where they come from. The words are in French whatever the language of the page. */
export const Quote = ({ text, ranges = [], who, where, big }: Props) => (
  <figure className={styles.quote}>
    <blockquote className={big ? styles.big : undefined} lang={getLocale() === "fr" ? undefined : "fr"}>
      {"«\u00a0"}
      <Highlighted text={text} ranges={ranges} />
      {"\u00a0»"}
    </blockquote>
    {(who || where) && (
      <figcaption>
        {who && <b>{who}</b>}
        {where && <span>{where}</span>}
      </figcaption>
    )}
  </figure>
);
