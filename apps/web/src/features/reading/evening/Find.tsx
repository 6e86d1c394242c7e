import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import { type KeyboardEvent, type Ref, useId, useState } from "react";
import type {
  EveningKeyPoints,
  EveningKeyPointsVariables,
  KeyPointNature,
} from "../../../graphql/operations.generated.ts";
import { contentLang } from "../../../i18n/content.ts";
import { keysOf } from "../../../i18n/vocabulary.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { Key } from "../../../ui/Key.tsx";
import { digitOf, pinned } from "../keys/digits.ts";
import { pinnedKeyPoint } from "./evening.fragments.tsx";
import { NatureSign } from "../../../shared/NatureSign.tsx";
import styles from "./Pins.module.css";
import type { Target } from "./session.ts";
// A list that a field goes through: no native element finds by a word and opens what is not there.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */

const query: TypedDocumentNode<EveningKeyPoints, EveningKeyPointsVariables> = gql`
  query EveningKeyPoints {
    readingDesk {
      keyPoints {
        ...PinnedKeyPoint_keyPoint @unmask
        objective {
          id
          number
        }
      }
    }
  }
  ${pinnedKeyPoint}
`;

/** Key point to give words to. */
export type Found = Target;

interface Props {
  objective: { slug: string; number: number };
  keyPoints: readonly {
    id: string;
    sentence: string;
    shortName: string | null;
    nature: KeyPointNature;
    peopleCount: number;
  }[];
  open: boolean;
  canGive: boolean;
  onOpen: () => void;
  onClose: () => void;
  onGive: (target: Found) => void;
  onPin: (id: string, digit: number) => void;
  ref?: Ref<HTMLInputElement>;
}

const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** As many as are shown without a scroll. */
const most = 7;

/** Finds a key point of any objective by words of its sentence or of its name, or opens a new one in place. */
export function Find({ objective, keyPoints, open, canGive, onOpen, onClose, onGive, onPin, ref }: Props) {
  const id = useId();
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const [nature, setNature] = useState<KeyPointNature>("FINDING");
  const { data } = useQuery(query, { skip: !open, fetchPolicy: "cache-first" });
  const all = [
    ...keyPoints.map((keyPoint) => ({ ...keyPoint, elsewhere: null as number | null })),
    ...(data?.readingDesk.keyPoints ?? [])
      .filter((it) => !keyPoints.some((own) => own.id === it.id))
      .map((keyPoint) => ({ ...keyPoint, elsewhere: keyPoint.objective.number })),
  ];
  const asked = plain(words.trim()).split(/\s+/);
  const matching = all.filter(({ sentence, shortName }) => {
    const known = plain(`${sentence} ${shortName ?? ""}`);
    return asked.every((word) => known.includes(word));
  });
  const shown = matching.slice(0, most);
  const sentence = words.trim();
  const mayOpen = sentence.length > 0 && sentence.length <= limits["keyPoint.sentence"];
  const count = shown.length + (mayOpen ? 1 : 0);
  const here = Math.min(at, Math.max(count - 1, 0));

  const type = (now: string) => {
    setWords(now);
    setAt(0);
  };
  const close = () => {
    type("");
    onClose();
  };
  const openNew = () => {
    if (!canGive || !mayOpen) return;
    onGive({ newKeyPoint: sentence, objective: objective.slug, nature });
    close();
  };
  const choose = (index: number) => {
    const keyPoint = shown[index];
    if (!keyPoint) return openNew();
    if (!canGive) return undefined;
    onGive(keyPoint);
    return close();
  };
  const pin = (digit: number) => shown[here] && onPin(shown[here].id, digit);

  const keyDown = (event: KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey, isTrusted } = event;
    if (altKey && digitOf({ key, code: event.code })) pin(digitOf({ key, code: event.code }));
    else if (key === "ArrowDown") setAt(Math.min(here + 1, count - 1));
    else if (key === "ArrowUp") setAt(Math.max(here - 1, 0));
    else if (key === "Enter" && (ctrlKey || metaKey)) openNew();
    else if (key === "Enter") choose(here);
    else if (key === "Escape") close();
    // Keys that were held before this field was there: the browser types those of a person alone.
    else if (!isTrusted && key.length === 1) type(words + key);
    else if (!isTrusted && key === "Backspace") type(words.slice(0, -1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const optionId = (index: number) => `${id}${index}`;
  return (
    <>
      <div className={styles.find} data-open={open || undefined}>
        <Key aria-hidden="true">/</Key>
        <input
          ref={ref}
          type="text"
          data-find
          role="combobox"
          aria-expanded={open}
          aria-controls={open ? `${id}list` : undefined}
          aria-activedescendant={open && count > 0 ? optionId(here) : undefined}
          aria-label={m.evening_find_label()}
          placeholder={m.evening_find()}
          maxLength={limits["keyPoint.sentence"]}
          autoComplete="off"
          value={words}
          onFocus={onOpen}
          onChange={(event) => type(event.target.value)}
          onKeyDown={keyDown}
        />
      </div>
      {open && (
        <>
          <div className={styles.found} role="listbox" id={`${id}list`} aria-label={m.evening_found()}>
            {shown.map((keyPoint, index) => (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys
              <div
                role="option"
                tabIndex={-1}
                id={optionId(index)}
                aria-selected={index === here}
                onClick={() => choose(index)}
                onPointerEnter={() => setAt(index)}
                key={keyPoint.id}
              >
                <NatureSign nature={keyPoint.nature} />
                <span>
                  <span lang={contentLang()}>{keyPoint.sentence}</span>
                  {keyPoint.elsewhere && <small>{m.objective_number({ number: keyPoint.elsewhere })}</small>}
                  {index < pinned && keyPoints[index]?.id === keyPoint.id && !keyPoint.elsewhere && (
                    <small>{m.evening_pinned_at({ digit: index + 1 })}</small>
                  )}
                </span>
                <span className={styles.count}>{keyPoint.peopleCount}</span>
              </div>
            ))}
            {mayOpen && (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys
              <div
                role="option"
                tabIndex={-1}
                id={optionId(shown.length)}
                aria-selected={here === shown.length}
                className={styles.new}
                onClick={openNew}
                onPointerEnter={() => setAt(shown.length)}
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
          {!canGive && <p className="quiet">{m.reading_choose()}</p>}
          <FindHelp {...{ nature, setNature, mayOpen, pin }} canPin={!!shown[here]} />
        </>
      )}
    </>
  );
}

interface HelpProps {
  nature: KeyPointNature;
  setNature: (nature: KeyPointNature) => void;
  mayOpen: boolean;
  canPin: boolean;
  pin: (digit: number) => void;
}

/** Under what was found: the nature of a new one, the digit of one that is there, and the keys. */
const FindHelp = ({ nature, setNature, mayOpen, canPin, pin }: HelpProps) => (
  <div className={styles.help}>
    {mayOpen && <NatureChoice nature={nature} onChoose={setNature} />}
    {canPin && (
      <p className={styles.digits}>
        <span>{m.evening_pin_it()}</span>
        {Array.from({ length: pinned }, (_, index) => (
          <button
            type="button"
            aria-label={m.evening_pin_at({ digit: index + 1 })}
            onClick={() => pin(index + 1)}
            key={index}
          >
            {index + 1}
          </button>
        ))}
      </p>
    )}
    <p className="quiet">{m.evening_find_keys()}</p>
  </div>
);

const NatureChoice = ({ nature, onChoose }: { nature: KeyPointNature; onChoose: (nature: KeyPointNature) => void }) => (
  <label className={styles.natures}>
    {m.reading_nature()}{" "}
    <select value={nature} onChange={(event) => onChoose(event.target.value as KeyPointNature)}>
      {keysOf(natureNames).map((one) => (
        <option value={one} key={one}>
          {natureNames[one]()}
        </option>
      ))}
    </select>
  </label>
);
