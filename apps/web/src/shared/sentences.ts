/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

const segmenter = new Intl.Segmenter("fr", { granularity: "sentence" });

/** The sentences of a text, without the blanks around them. */
export function sentencesOf(text: string): Stretch[] {
  return [...segmenter.segment(text)].flatMap(({ segment, index }) => {
    const start = index + segment.length - segment.trimStart().length;
    const end = index + segment.trimEnd().length;
    return start < end ? [{ start, end }] : [];
  });
}

/** Stretch selected with the mouse inside an element that shows the text and nothing else; null without one. */
export function selectedIn(element: HTMLElement): Stretch | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(range.startContainer, range.startOffset);
  const raw = range.toString();
  const start = before.toString().length + raw.length - raw.trimStart().length;
  const end = before.toString().length + raw.trimEnd().length;
  return start < end ? { start, end } : null;
}

const within = (outer: Stretch, inner: Stretch) => outer.start <= inner.start && inner.end <= outer.end;

export const spanning = (a: Stretch, b: Stretch) => ({
  start: Math.min(a.start, b.start),
  end: Math.max(a.end, b.end),
});

/** Selection after a click or tap on a sentence: it alone, up to it, or nothing if it was chosen alone. */
export function tapped(chosen: Stretch | null, sentence: Stretch): Stretch | null {
  if (!chosen || !within(chosen, sentence)) return chosen ? spanning(chosen, sentence) : sentence;
  return within(sentence, chosen) ? null : sentence;
}

const words = new Intl.Segmenter("fr", { granularity: "word" });

/** A stretch drawn by hand, with the words that it cuts taken whole. */
export function snapped(text: string, { start, end }: Stretch): Stretch {
  const cut = [...words.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ start: index, end: index + segment.length }))
    .filter((word) => word.start < end && start < word.end);
  return {
    start: Math.min(start, ...cut.map((word) => word.start)),
    end: Math.max(end, ...cut.map((word) => word.end)),
  };
}
