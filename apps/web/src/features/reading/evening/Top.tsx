import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import type { EveningCounts_desk } from "../../../graphql/operations.generated.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { Key } from "../../../ui/Key.tsx";
import styles from "./Evening.module.css";
import { told } from "../../../shared/counted.ts";

interface Props {
  counts: EveningCounts_desk;
  /** Objective of the key points; a choice if there are several. */
  children: ReactNode;
  onQuit: () => void;
  onKeys: () => void;
}

/** The bar of an evening: its way out, how many responses are read and left, and the keys. */
export const Top = ({ counts, children, onQuit, onKeys }: Props) => (
  <header className={styles.top}>
    <title>{`${m.evening_title()} · Cahier commun`}</title>
    <button type="button" className={styles.bare} aria-label={m.reading_quit()} onClick={onQuit}>
      <Icon name="cross" size={17} />
      <span className={styles.wide}>{m.evening_finish()}</span>
    </button>
    <h1>{m.evening_title()}</h1>
    <div className={styles.wide}>{children}</div>
    <Progress {...counts} />
    <button type="button" className={styles.bare} aria-label={m.evening_keys()} onClick={onKeys}>
      <Key>?</Key>
      <span className={styles.wide}>{m.evening_keys_short()}</span>
    </button>
  </header>
);

/** Number of responses read and left, of texts too if they are more, and the hours that it takes. */
const Progress = ({
  toRead,
  responsesToRead: responses,
  evening: { responses: read, hoursLeft },
}: EveningCounts_desk) => (
  <p className={styles.progress}>
    <progress max={Math.max(read + (responses ?? toRead), 1)} value={read} aria-label={m.evening_read_label()} />
    <span>
      <b>{m.evening_read({ count: read })}</b>,{" "}
      {responses === null
        ? told(toRead, m.reading_to_read, m.reading_to_read_more)
        : m.reading_to_read({ count: responses })}
      {responses !== null && responses < toRead && (
        <span className={styles.wide}> ({told(toRead, m.evening_texts, m.evening_texts_more)})</span>
      )}
      {hoursLeft !== null && `, ${m.evening_hours({ count: hoursLeft })}`}
    </span>
  </p>
);
