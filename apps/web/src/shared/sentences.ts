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
