import { m } from "@cahier/schema/messages";
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react";
// A listbox made of a response: no native element holds sentences to choose.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { contentLang } from "../../../i18n/content.ts";
import { sentencesOf, spanning, type Stretch } from "../../../shared/sentences.ts";
import { useDrawn } from "../../../shared/useDrawn.ts";
import { useArrived } from "../useArrived.ts";
import styles from "./Leaf.module.css";
import type { EveningState, Mark } from "./session.ts";
import { overlap, type Place, saidOf, type Text } from "./texts.ts";

interface Props {
  texts: readonly Text[];
  ended: EveningState["ended"];
  /** The digit of a key point; none where it has none. */
  digitOf: (mark: Mark) => number | undefined;
  place: Place;
  onPlace: (place: Place) => void;
  /** The text of the address: it takes the focus when one comes from another. */
  arrival: string;
  ref?: Ref<HTMLDivElement>;
}

const arrows: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * The texts of a response, of which one stretch is chosen, the first sentence to begin with: arrows go on from sentence
 * to sentence, or by the side from text to text, and Shift extends; a click or a tap takes a sentence, drawing takes any
 * words.
 */
export function EveningText({ texts, ended, digitOf, place, onPlace, arrival, ref: outer }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const id = useId();
  useImperativeHandle(outer, () => ref.current!);
  // The sheet around it stays where it was scrolled to.
  useLayoutEffect(() => {
    ref.current!.closest("[data-scrolled]")!.scrollTo(0, 0);
  }, []);
  useArrived();
  const several = texts.length > 1;
  // Words that nobody may take are chosen where there are others beside them alone: an act is about that text.
  const chosen = several || texts[0]!.canMark ? place.stretch : null;
  const all = texts.flatMap((text, index) => text.sentences.map((sentence) => ({ text, index, sentence })));
  const here = all.flatMap(({ text, sentence }, index) =>
    chosen && text.id === place.id && overlap(sentence, chosen) ? [index] : [],
  );
  /** End of the selection that Shift extends: the one moved last. */
  const moved = useRef(0);
  const show = (index: number) => document.getElementById(`${id}${index}`)?.scrollIntoView({ block: "nearest" });

  const sideways = (step: number) => {
    const at = texts.findIndex((text) => text.id === place.id) + step;
    const to = all.findIndex(({ index }) => index === Math.min(Math.max(at, 0), texts.length - 1));
    return to < 0 ? undefined : to;
  };
  const onward = (step: number, extends_: boolean) => {
    const from = extends_ ? moved.current : ((step > 0 ? here.at(-1) : here[0]) ?? -1);
    const to = Math.min(Math.max(from + step, 0), all.length - 1);
    // A stretch stays within its text.
    return extends_ && chosen && all[to]?.text.id !== place.id ? undefined : to;
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = arrows[event.key];
    if (step && all.length) {
      const side = several && !event.shiftKey && (event.key === "ArrowLeft" || event.key === "ArrowRight");
      const to = side ? sideways(step) : onward(step, event.shiftKey);
      if (to !== undefined) {
        const { text, sentence } = all[to]!;
        moved.current = to;
        show(to);
        const stretch = event.shiftKey && chosen ? spanning(chosen, sentence) : sentence;
        onPlace({ id: text.id, stretch });
      }
    } else if (event.key === " ") {
      const [first] = texts.find((text) => text.id === place.id)!.sentences;
      if (!chosen) onPlace({ id: place.id, stretch: first ?? null });
    } else return;
    event.preventDefault();
  };

  /** The click that ends a drawing is none. */
  const drawn = useRef(false);
  const click = ({ target, shiftKey }: MouseEvent) => {
    const index = (target as HTMLElement).closest<HTMLElement>("[data-sentence]")?.dataset.sentence;
    if (drawn.current || index === undefined) return;
    moved.current = Number(index);
    const { text, sentence } = all[moved.current]!;
    const stretch = shiftKey && chosen && text.id === place.id ? spanning(chosen, sentence) : sentence;
    onPlace({ id: text.id, stretch });
  };

  const first = (text: Text) => all.findIndex((it) => it.text === text);
  return (
    <div
      className={styles.response}
      ref={ref}
      data-arrival={arrival}
      role="listbox"
      aria-multiselectable="true"
      aria-label={m.reading_text()}
      aria-activedescendant={all.length ? `${id}${here.at(-1) ?? Math.max(sideways(0) ?? 0, 0)}` : undefined}
      tabIndex={0}
      onKeyDown={keyDown}
      onMouseDown={() => {
        drawn.current = false;
      }}
      onClick={click}
    >
      {texts.map((text) => (
        <One
          key={text.id}
          {...{ text, id, digitOf, several }}
          first={first(text)}
          said={saidOf(text, ended)}
          current={text.id === place.id}
          chosen={text.id === place.id ? chosen : null}
          onDrawn={(stretch) => {
            drawn.current = true;
            onPlace({ id: text.id, stretch });
          }}
        />
      ))}
    </div>
  );
}

interface OneProps extends Pick<Props, "digitOf"> {
  text: Text;
  /** Prefix of the ids of its sentences; `first` is the number of the first one. */
  id: string;
  first: number;
  several: boolean;
  said: string | null;
  current: boolean;
  chosen: Stretch | null;
  onDrawn: (stretch: Stretch) => void;
}

/** One text of the response, under its question, with what was said of it. */
function One({ text, id, first, several, said, current, chosen, onDrawn, digitOf }: OneProps) {
  const { body, sentences, marks, item } = text;
  const ref = useRef<HTMLDivElement>(null);
  const { mouse } = useDrawn(ref, body, onDrawn);
  const { question } = item.contribution;
  // An act may select a sentence that is out of sight.
  useEffect(() => {
    if (several && current) ref.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [several, current]);
  return (
    <div
      role={several ? "group" : undefined}
      aria-labelledby={several ? `${id}q${first}` : undefined}
      className={styles.one}
      data-current={(several && current) || undefined}
      data-read={(several && !text.open && !marks.length) || undefined}
    >
      <div className={styles.question} id={`${id}q${first}`}>
        <span lang={question ? contentLang() : undefined}>
          {question && <b>{question.code}</b>} {askedOf(item)}
        </span>
        {said && <small>{said}</small>}
        {several && !text.canMark && <small>{m.evening_not_to_mark()}</small>}
      </div>
      <div className={styles.said} ref={ref} lang={contentLang()} {...mouse}>
        {sentences.map((sentence, index) => (
          <span key={sentence.start}>
            {body.slice(sentences[index - 1]?.end ?? 0, sentence.start)}
            <span
              id={`${id}${first + index}`}
              role="option"
              data-sentence={first + index}
              aria-selected={!!chosen && overlap(sentence, chosen)}
            >
              {cutAt(sentence, chosen, marks).map((piece) => (
                <Piece key={piece.start} text={body} piece={piece} {...{ chosen, marks, digitOf }} />
              ))}
            </span>
          </span>
        ))}
        {body.slice(sentences.at(-1)?.end ?? 0)}
      </div>
    </div>
  );
}

/** The question that a text answers, or the place that it comes from. */
function askedOf({ contribution: { question, supply, minutesBlock } }: Text["item"]) {
  if (!supply) return question?.label ?? minutesBlock?.topic ?? m.reading_free();
  const { slot, proposal } = supply;
  return slot === "FOR" || slot === "AGAINST" ? m.supply_argues(proposal) : m.supply_answers_call(proposal);
}

interface PieceProps {
  text: string;
  piece: Stretch;
  chosen: Stretch | null;
  marks: readonly Mark[];
  digitOf: Props["digitOf"];
}

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

/** A stretch with the sentence after it, where there is one. */
export function extended(text: string, chosen: Stretch): Stretch {
  const next = sentencesOf(text).find(({ start }) => start >= chosen.end);
  return next ? spanning(chosen, next) : chosen;
}
