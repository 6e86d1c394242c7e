/** A stretch of a text, in UTF-16 units, that went into a synthesis. */
export interface Range {
  start: number;
  end: number;
  /** Address it links to. */
  href?: string;
  /** Name of its link, for screen readers: « point clef 3 ». */
  label?: string;
  /** Its id in the page, for addresses that lead to it. */
  anchor?: string;
}

/** The text cut wherever a range begins or ends; `opens` and `closes` where the highlighter is put down and lifted. */
export function cut(text: string, ranges: readonly Range[]) {
  const valid = ranges
    .map((range) => ({ ...range, start: Math.max(0, range.start), end: Math.min(text.length, range.end) }))
    .filter(({ start, end }) => start < end);
  const bounds = [...new Set([0, text.length, ...valid.flatMap(({ start, end }) => [start, end])])].toSorted(
    (a, b) => a - b,
  );
  const pieces = bounds.slice(0, -1).map((from, index) => {
    const to = bounds[index + 1]!;
    return { from, to, covering: valid.filter(({ start, end }) => start <= from && to <= end) };
  });
  return pieces.map((piece, index) => ({
    ...piece,
    opens: !pieces[index - 1]?.covering.length,
    closes: !pieces[index + 1]?.covering.length,
  }));
}
