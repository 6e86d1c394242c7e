import { m } from "@cahier/schema/messages";
import { Fragment } from "react";
import { Link } from "react-router-dom";
import { cut, type Range } from "./ranges.ts";

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
        // A passage within another stays within reach: the shorter is on top.
        const [top] = covering.toSorted((a, b) => a.end - a.start - (b.end - b.start));
        const { href, label } = top ?? {};
        if (!covering.length) return <Fragment key={from}>{words}</Fragment>;
        const mark = (
          <mark>
            {covering.map(({ start, anchor }) => start === from && anchor && <span id={anchor} key={anchor} />)}
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
