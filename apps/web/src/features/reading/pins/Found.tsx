import { m } from "@cahier/schema/messages";
import { contentLang } from "../../../i18n/content.ts";
import { NatureSign } from "../../../shared/NatureSign.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Key } from "../../../ui/Key.tsx";
import styles from "./Pins.module.css";
import type { FoundKeyPoint } from "./useFound.tsx";
// A list that a field goes through: no native element finds by a word and opens what is not there.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */

interface Props {
  id: string;
  optionId: (index: number) => string;
  found: readonly FoundKeyPoint[];
  /** Sentence that a new one would have; none where it cannot be opened. */
  sentence: string | null;
  /** Number of the option that is chosen; that of the new one comes last. */
  here: number;
  onMove: (index: number) => void;
  onChoose: (index: number) => void;
  /** Digit of a key point; none where it has none. */
  digitOf: (keyPoint: FoundKeyPoint) => number | undefined;
}

/** The key points that were found, then a new one made of the words that were typed. */
export const Found = ({ id, optionId, found, sentence, here, onMove, onChoose, digitOf }: Props) => (
  <div className={styles.found} role="listbox" id={id} aria-label={m.evening_found()}>
    {found.map((keyPoint, index) => (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys
      <div
        role="option"
        tabIndex={-1}
        id={optionId(index)}
        aria-selected={index === here}
        onClick={() => onChoose(index)}
        onPointerEnter={() => onMove(index)}
        key={keyPoint.id}
      >
        <NatureSign nature={keyPoint.nature} />
        <span>
          <span lang={contentLang()}>{keyPoint.sentence}</span>
          {keyPoint.elsewhere && <small>{m.objective_number({ number: keyPoint.elsewhere })}</small>}
          {digitOf(keyPoint) && <small>{m.evening_pinned_at({ digit: digitOf(keyPoint)! })}</small>}
        </span>
        <span className={styles.count}>{keyPoint.peopleCount}</span>
      </div>
    ))}
    {sentence && (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys
      <div
        role="option"
        tabIndex={-1}
        id={optionId(found.length)}
        aria-selected={here === found.length}
        className={styles.new}
        onClick={() => onChoose(found.length)}
        onPointerEnter={() => onMove(found.length)}
      >
        <Icon name="plus" size={15} />
        <span>
          {m.evening_open_new({ words: sentence })}
          <small>{m.evening_open_new_why()}</small>
        </span>
        <Key>{m.evening_key_new()}</Key>
      </div>
    )}
  </div>
);
