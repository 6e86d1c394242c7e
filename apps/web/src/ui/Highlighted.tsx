import { m } from "@cahier/schema/messages";
import { Fragment } from "react";
import { Link } from "react-router-dom";

/** A stretch of a text, in UTF-16 units, that went into a synthesis. */
export interface Range {
  start: number;
  end: number;
  /** Where it leads. */
  href?: string;
  /** What it leads to, for those who listen: « point clef 3 ». */
  label?: string;
}

interface Props {
  text: string;
  ranges: readonly Range[];
}

/** Somebody's words, the retained ones under the highlighter; ranges may touch, overlap or fall outside of the text. */
export function Highlighted({ text, ranges }: Props) {
  return (
    <span className="verbatim">
      {cut(text, ranges).map(({ from, to, covering, opens, closes }) => {
        const words = text.slice(from, to);
        const { href, label } = covering.find((range) => range.href) ?? covering[0] ?? {};
        if (!covering.length) return <Fragment key={from}>{words}</Fragment>;
        const mark = (
          <mark>
            {opens && <span className="visually-hidden">{m.ui_passage_start()} </span>}
            {words}
            {closes && <span className="visually-hidden"> {m.ui_passage_end()}</span>}
          </mark>
        );
        return href ? (
          <Link to={href} title={label} key={from}>
            {mark}
          </Link>
        ) : (
          <Fragment key={from}>{mark}</Fragment>
        );
      })}
    </span>
  );
}

/** The text cut wherever a range begins or ends; `opens` and `closes` where the highlighter is put down and lifted. */
function cut(text: string, ranges: readonly Range[]) {
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
