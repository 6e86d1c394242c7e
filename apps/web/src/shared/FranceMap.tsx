import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import contours from "../ui/france.svg?url";
import styles from "./FranceMap.module.css";
import { mainland, overseas } from "./franceMap.ts";

interface Value {
  /** The code of one of today's regions. */
  code: string;
  label: string;
  count: number;
  /** Words of it show, and their responses are not counted yet. */
  waits?: boolean;
}

export interface MapProps {
  values: readonly Value[];
  hrefFor: (code: string) => string;
  /** Content of the map, in a sentence. */
  caption: ReactNode;
  /** The code of a region to ring: one's own. */
  highlight?: string;
  /** On a telephone small, beside its words. */
  brief?: boolean;
  /** Count of a region, for screen readers: each page counts something else, and home loads the words of its own alone. */
  say: (value: Value) => string;
}

/** Today's 18 regions, darker where more came from, each a link. While nothing came from any, and nothing waits to be counted, no nought is drawn. */
export function FranceMap({ values, hrefFor, caption, highlight, brief, say }: MapProps) {
  const most = Math.max(1, ...values.map(({ count }) => count));
  const begun = values.some(({ count, waits }) => waits || count > 0);
  const of = new Map(
    values.map((value) => {
      const { count, label, waits } = value;
      const shown = waits
        ? { step: 1, text: "…", said: m.ui_map_waits({ label }) }
        : { step: stepOf(count, most), text: begun ? count : "", said: say(value) };
      return [value.code, { ...value, ...shown }];
    }),
  );
  const drawn = mainland.flatMap((place) => {
    const value = of.get(place.code);
    return value ? [{ ...place, ...value }] : [];
  });
  return (
    <figure className={brief ? `${styles.map} ${styles.brief}` : styles.map}>
      <svg className={styles.mainland} viewBox="0 -10 2440 2330">
        {drawn.map((value) => (
          <Link
            to={hrefFor(value.code)}
            aria-label={value.said}
            data-step={value.step}
            data-highlight={value.code === highlight || undefined}
            key={value.code}
          >
            <use href={`${contours}#r${value.code}`} />
          </Link>
        ))}
        {highlight && !overseas.includes(highlight) && (
          <use className={styles.ring} href={`${contours}#r${highlight}`} />
        )}
        <g aria-hidden="true">
          {drawn.map(({ code, x, y, text, step }) => (
            <text x={x} y={y + 28} data-step={step} key={code}>
              {text}
            </text>
          ))}
        </g>
      </svg>
      <ul className={styles.overseas}>
        {overseas.map((code) => {
          const value = of.get(code);
          return (
            value && (
              <li key={code}>
                <Link
                  to={hrefFor(code)}
                  aria-label={value.said}
                  data-step={value.step}
                  data-highlight={code === highlight || undefined}
                >
                  <svg viewBox="0 0 280 280" aria-hidden="true">
                    <use href={`${contours}#r${code}`} />
                    {highlight === code && <use className={styles.ring} href={`${contours}#r${code}`} />}
                  </svg>
                  <b>{value.text}</b>
                  {value.label.replace(/^La /, "")}
                </Link>
              </li>
            )
          );
        })}
      </ul>
      <figcaption>
        {caption}
        <small>{m.ui_map_credit()}</small>
      </figcaption>
    </figure>
  );
}

/** 0 for nobody, then five equal steps up to the most. */
const stepOf = (count: number, most: number) => (count ? Math.max(1, Math.ceil((count / most) * 5)) : 0);
