import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useState } from "react";
import type { KeyPointNature } from "../../../graphql/operations.generated.ts";
import { Key } from "../../../ui/Key.tsx";
import type { Target } from "../evening/session.ts";
import { digitOf, pinned } from "../keys/digits.ts";
import { FindHelp } from "./FindHelp.tsx";
import { Found } from "./Found.tsx";
import styles from "./Pins.module.css";
import type { PinnedKeyPoint } from "./Pins.tsx";
import { useFound } from "./useFound.tsx";

interface Props {
  objective: { id: string; slug: string; number: number };
  /** Those of the sheet, in the order of this evening: the first nine have a digit. */
  keyPoints: readonly PinnedKeyPoint[];
  open: boolean;
  canGive: boolean;
  onOpen: () => void;
  onClose: () => void;
  onGive: (target: Target) => void;
  onPin: (id: string, digit: number) => void;
}

/** The state of a search for a key point: words typed, place in the list of those found, and the acts there. */
function useFinding({ objective, keyPoints, open, canGive, onClose, onGive, onPin }: Props) {
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const [nature, setNature] = useState<KeyPointNature>("FINDING");
  /** True once these words were to be given before the search had answered. */
  const [inHaste, setInHaste] = useState(false);
  const { found, awaited, alone } = useFound(words, objective, keyPoints, open);
  const sentence = words.trim();
  const mayOpen = sentence.length > 0 && sentence.length <= limits["keyPoint.sentence"];
  const count = found.length + (mayOpen ? 1 : 0);
  const here = Math.min(at, Math.max(count - 1, 0));

  const type = (now: string) => {
    setWords(now);
    setAt(0);
    setInHaste(false);
  };
  const empty = () => {
    type("");
    setNature("FINDING");
  };
  // Left, for the nine or for another text.
  if (!open && words) empty();
  const close = () => {
    empty();
    onClose();
  };
  /** Gives words to one that was found; after the last one, to a new one. */
  const choose = (index: number) => {
    if (!canGive || index >= count) return;
    onGive(found[index] ?? { newKeyPoint: sentence, objective: objective.slug, nature });
    close();
  };
  const pin = (digit: number) => found[here] && onPin(found[here].id, digit);

  // A key point found after all is shown, and waits to be chosen.
  const answered = useEffectEvent(() => {
    setInHaste(false);
    if (found.length === 0) choose(0);
  });
  useEffect(() => {
    if (!inHaste || awaited) return undefined;
    const timer = setTimeout(() => answered());
    return () => clearTimeout(timer);
  }, [inHaste, awaited]);

  const keyDown = onKeys({
    move: (step) => setAt(Math.min(Math.max(here + step, 0), Math.max(count - 1, 0))),
    // Typed in haste, a key point may exist already: it counts as new only once the search has answered.
    choose: () => (found[here] || !awaited ? choose(here) : setInHaste(true)),
    openNew: () => mayOpen && choose(found.length),
    close,
    pin,
    type: (letter) => type(words + letter),
    erase: () => type(words.slice(0, -1)),
  });
  return {
    words,
    type,
    nature,
    setNature,
    found,
    awaited,
    alone,
    mayOpen,
    sentence,
    count,
    here,
    setAt,
    choose,
    pin,
    keyDown,
  };
}

/** Finds a key point of any objective by words of its sentence or of its name, or opens a new one in place. */
export function Find(props: Props) {
  const { keyPoints, open, canGive, onOpen } = props;
  const id = useId();
  const { words, type, found, here, count, mayOpen, ...finding } = useFinding(props);
  const optionId = (index: number) => `${id}${index}`;
  return (
    <>
      <Field
        words={words}
        list={open ? `${id}list` : undefined}
        active={open && count > 0 ? optionId(here) : undefined}
        onOpen={onOpen}
        onType={type}
        onKeyDown={finding.keyDown}
      />
      {open && (
        <>
          <Found
            id={`${id}list`}
            {...{ optionId, found, here }}
            sentence={mayOpen ? finding.sentence : null}
            onMove={finding.setAt}
            onChoose={finding.choose}
            digitOf={(it) => digitAt(keyPoints.findIndex((own) => own.id === it.id))}
          />
          <output className="quiet">
            {finding.awaited ? m.evening_find_awaited() : finding.alone && m.evening_find_alone()}
          </output>
          {!canGive && <p className="quiet">{m.reading_choose()}</p>}
          <FindHelp {...{ mayOpen }} {...finding} canPin={!!found[here]} />
        </>
      )}
    </>
  );
}

interface FieldProps {
  words: string;
  /** Ids of the list that it goes through, while it is open, and of the option that is chosen. */
  list: string | undefined;
  active: string | undefined;
  onOpen: () => void;
  onType: (words: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The field that the words are typed in. */
const Field = ({ words, list, active, onOpen, onType, onKeyDown }: FieldProps) => (
  <div className={styles.find} data-open={!!list || undefined}>
    <Key aria-hidden="true">/</Key>
    <input
      type="text"
      data-find
      role="combobox"
      aria-expanded={!!list}
      aria-controls={list}
      aria-activedescendant={active}
      aria-label={m.evening_find_label()}
      placeholder={m.evening_find()}
      maxLength={limits["keyPoint.sentence"]}
      autoComplete="off"
      value={words}
      onFocus={onOpen}
      onChange={(event) => onType(event.target.value)}
      onKeyDown={onKeyDown}
    />
  </div>
);

/** The digit of a key point by its place; none past the ninth. */
const digitAt = (index: number) => (index >= 0 && index < pinned ? index + 1 : undefined);

interface Acts {
  move: (step: number) => void;
  choose: () => void;
  openNew: () => void;
  close: () => void;
  pin: (digit: number) => void;
  type: (letter: string) => void;
  erase: () => void;
}

/** Keys of the field: those of the list that it goes through, and those that were held before it was there. */
const onKeys = (acts: Acts) => (event: KeyboardEvent) => {
  const { key, code, altKey, ctrlKey, metaKey, isTrusted } = event;
  if (altKey && digitOf({ key, code })) acts.pin(digitOf({ key, code }));
  else if (key === "ArrowDown") acts.move(1);
  else if (key === "ArrowUp") acts.move(-1);
  else if (key === "Enter" && (ctrlKey || metaKey)) acts.openNew();
  else if (key === "Enter") acts.choose();
  else if (key === "Escape") acts.close();
  // The browser types the keys of a person alone.
  else if (!isTrusted && key.length === 1) acts.type(key);
  else if (!isTrusted && key === "Backspace") acts.erase();
  else return;
  event.preventDefault();
  event.stopPropagation();
};
