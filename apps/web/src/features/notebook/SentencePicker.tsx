import { m } from "@cahier/schema/messages";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useMemo, useRef, useState } from "react";
// A listbox made of a text: no native element holds sentences to choose.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { type Stretch, sentencesOf, spanning, tapped } from "../../shared/sentences.ts";
import { useDrawn } from "../../shared/useDrawn.ts";
import styles from "./SentencePicker.module.css";
import { contentLang } from "../../i18n/content.ts";

interface Props {
  text: string;
  /** Stretches that are marked already. */
  marked: readonly Stretch[];
  chosen: Stretch | null;
  onChoose: (stretch: Stretch | null) => void;
  /** The text it is: it takes the focus when one comes from another. */
  arrival: string;
}

/**
 * A text of which one chooses a stretch: a click or a tap takes a sentence, a second one extends; drawing with the mouse
 * takes any words. Arrows go from sentence to sentence, Space chooses, Shift and an arrow goes on choosing.
 */
export function SentencePicker({ text, marked, chosen, onChoose, arrival }: Props) {
  const sentences = useMemo(() => sentencesOf(text), [text]);
  const [at, setAt] = useState(0);
  const ref = useRef<HTMLDivElement>(null);
  const id = useId();

  const keyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step) {
      const next = Math.min(Math.max(at + step, 0), sentences.length - 1);
      setAt(next);
      document.getElementById(`${id}${next}`)?.scrollIntoView({ block: "nearest" });
      if (event.shiftKey) onChoose(spanning(chosen ?? sentences[at]!, sentences[next]!));
    } else if (event.key === " " || event.key === "Enter") {
      const sentence = sentences[at]!;
      onChoose(chosen?.start === sentence.start && chosen.end === sentence.end ? null : sentence);
    } else if (event.key === "Escape") onChoose(null);
    else return;
    event.preventDefault();
  };

  const { drawn, mouse } = useDrawn(ref, text, onChoose);
  const click = (event: MouseEvent) => {
    const index = (event.target as HTMLElement).closest<HTMLElement>("[data-sentence]")?.dataset.sentence;
    if (drawn.current || index === undefined) return;
    setAt(Number(index));
    onChoose(tapped(chosen, sentences[Number(index)]!));
  };

  return (
    <div
      className={styles.text}
      ref={ref}
      data-arrival={arrival}
      role="listbox"
      aria-multiselectable="true"
      aria-label={m.reading_text()}
      aria-activedescendant={sentences.length ? `${id}${at}` : undefined}
      tabIndex={0}
      lang={contentLang()}
      onKeyDown={keyDown}
      {...mouse}
      onClick={click}
    >
      {withBlanks(text, sentences).map(({ start, end, index }) => {
        if (index === null) return text.slice(start, end);
        const selected = !!chosen && overlap(chosen, { start, end });
        return (
          <span
            id={`${id}${index}`}
            role="option"
            data-sentence={index}
            aria-selected={selected}
            key={start}
            className={[styles.sentence, index === at && styles.current].filter(Boolean).join(" ")}
          >
            {pieces(text, { start, end }, chosen, marked)}
          </span>
        );
      })}
    </div>
  );
}

const overlap = (a: Stretch, b: Stretch) => a.start < b.end && b.start < a.end;

/** The whole text, sentence by sentence and what is between them. */
function withBlanks(text: string, sentences: Stretch[]) {
  const all: (Stretch & { index: number | null })[] = [];
  let from = 0;
  sentences.forEach(({ start, end }, index) => {
    if (from < start) all.push({ start: from, end: start, index: null });
    all.push({ start, end, index });
    from = end;
  });
  if (from < text.length) all.push({ start: from, end: text.length, index: null });
  return all;
}

/** A sentence cut where the choice and the marks begin and end. */
function pieces(text: string, { start, end }: Stretch, chosen: Stretch | null, marked: readonly Stretch[]): ReactNode {
  const inside = (at: number) => at > start && at < end;
  const bounds = [start, end, ...[...marked, ...(chosen ? [chosen] : [])].flatMap((it) => [it.start, it.end])];
  const cuts = [...new Set(bounds.filter((at) => at === start || at === end || inside(at)))].toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const piece = { start: from, end: cuts[index + 1]! };
    const words = text.slice(piece.start, piece.end);
    const body = marked.some((it) => overlap(it, piece)) ? <mark>{words}</mark> : words;
    return (
      <span className={chosen && overlap(chosen, piece) ? styles.chosen : undefined} key={from}>
        {body}
      </span>
    );
  });
}
