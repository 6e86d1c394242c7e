import { m } from "@cahier/schema/messages";
import { type KeyboardEvent, type MouseEvent, type Ref, useId, useImperativeHandle, useMemo, useRef } from "react";
// A listbox made of a text: no native element holds sentences to choose.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { sentencesOf, spanning, type Stretch } from "../../../shared/sentences.ts";
import { useDrawn } from "../../../shared/useDrawn.ts";
import styles from "./Leaf.module.css";
import type { Mark } from "./session.ts";

interface Props {
  text: string;
  marks: readonly Mark[];
  /** The digit of a key point; none where it has none. */
  digitOf: (mark: Mark) => number | undefined;
  chosen: Stretch | null;
  onChoose: (stretch: Stretch | null) => void;
  /** The text it is: it takes the focus when one comes from another. */
  arrival: string;
  ref?: Ref<HTMLDivElement>;
}

const overlap = (a: Stretch, b: Stretch) => a.start < b.end && b.start < a.end;

/**
 * A text of which one stretch is chosen, the first sentence to begin with: arrows go on, Shift extends; a click or a tap
 * takes a sentence, drawing takes any words.
 */
export function EveningText({ text, marks, digitOf, chosen, onChoose, arrival, ref: outer }: Props) {
  const sentences = useMemo(() => sentencesOf(text), [text]);
  const ref = useRef<HTMLDivElement>(null);
  const id = useId();
  useImperativeHandle(outer, () => ref.current!);
  const here = sentences.flatMap((it, index) => (chosen && overlap(it, chosen) ? [index] : []));
  /** Where Shift goes on from: the end that was moved last. */
  const moved = useRef(0);

  const keyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step && sentences.length) {
      const from = event.shiftKey ? moved.current : ((step > 0 ? here.at(-1) : here[0]) ?? -1);
      const to = Math.min(Math.max(from + step, 0), sentences.length - 1);
      moved.current = to;
      document.getElementById(`${id}${to}`)?.scrollIntoView({ block: "nearest" });
      onChoose(event.shiftKey && chosen ? spanning(chosen, sentences[to]!) : sentences[to]!);
    } else if (event.key === " ") {
      if (!chosen) onChoose(sentences[0] ?? null);
    } else return;
    event.preventDefault();
  };

  const { drawn, mouse } = useDrawn(ref, text, onChoose);
  const click = ({ target, shiftKey }: MouseEvent) => {
    const index = (target as HTMLElement).closest<HTMLElement>("[data-sentence]")?.dataset.sentence;
    if (drawn.current || index === undefined) return;
    moved.current = Number(index);
    const sentence = sentences[moved.current]!;
    onChoose(shiftKey && chosen ? spanning(chosen, sentence) : sentence);
  };

  return (
    <div
      className={styles.said}
      ref={ref}
      data-arrival={arrival}
      role="listbox"
      aria-multiselectable="true"
      aria-label={m.reading_text()}
      aria-activedescendant={sentences.length ? `${id}${here.at(-1) ?? 0}` : undefined}
      tabIndex={0}
      lang="fr"
      onKeyDown={keyDown}
      {...mouse}
      onClick={click}
    >
      {sentences.map((sentence, index) => (
        <span key={sentence.start}>
          {text.slice(sentences[index - 1]?.end ?? 0, sentence.start)}
          <span id={`${id}${index}`} role="option" data-sentence={index} aria-selected={here.includes(index)}>
            {cutAt(sentence, chosen, marks).map((piece) => (
              <Piece key={piece.start} text={text} piece={piece} {...{ chosen, marks, digitOf }} />
            ))}
          </span>
        </span>
      ))}
      {text.slice(sentences.at(-1)?.end ?? 0)}
    </div>
  );
}

type PieceProps = Pick<Props, "text" | "marks" | "digitOf" | "chosen"> & { piece: Stretch };

/** Words of a sentence that are all chosen or not, all marked or not. */
function Piece({ text, piece, chosen, marks, digitOf }: PieceProps) {
  const words = text.slice(piece.start, piece.end);
  const marked = marks.some((mark) => overlap(mark, piece));
  const digits = marks.filter(({ end }) => end === piece.end).flatMap((mark) => digitOf(mark) ?? []);
  return (
    <>
      <span className={chosen && overlap(chosen, piece) ? styles.on : undefined}>
        {marked ? <mark>{words}</mark> : words}
      </span>
      {[...new Set(digits)].map((digit) => (
        // Drawn by the style sheet, so that a selection reads the words alone.
        <i className={styles.to} data-digit={digit} key={digit} />
      ))}
    </>
  );
}

/** A sentence cut where the choice and the marks begin and end. */
function cutAt({ start, end }: Stretch, chosen: Stretch | null, marks: readonly Stretch[]): Stretch[] {
  const bounds = [...marks, ...(chosen ? [chosen] : [])].flatMap((it) => [it.start, it.end]);
  const inside = bounds.filter((at) => at > start && at < end);
  const cuts = [...new Set([start, ...inside, end])].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => ({ start: from, end: cuts[index + 1]! }));
}

/** The sentence after a stretch that was given: the next one where nothing is marked, the first one before it else. */
export function nextSentence(text: string, given: Stretch, marks: readonly Stretch[]): Stretch | null {
  const free = sentencesOf(text).filter((it) => !overlap(it, given) && !marks.some((mark) => overlap(mark, it)));
  return free.find(({ start }) => start >= given.end) ?? null;
}

/** A stretch with the sentence after it, where there is one. */
export function extended(text: string, chosen: Stretch): Stretch {
  const next = sentencesOf(text).find(({ start }) => start >= chosen.end);
  return next ? spanning(chosen, next) : chosen;
}

/** The first sentence of a text that nobody marked; its first one where all are. */
export function firstSentence(text: string, marks: readonly Stretch[]): Stretch | null {
  const sentences = sentencesOf(text);
  return sentences.find((it) => !marks.some((mark) => overlap(mark, it))) ?? sentences[0] ?? null;
}
