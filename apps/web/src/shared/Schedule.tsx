import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { formatDate, monthShown, withoutYear } from "../i18n/dates.ts";
import { Chip, type ChipTone } from "../ui/Chip.tsx";
import { monthsBetween, placeOf } from "./scheduleScale.ts";
import styles from "./Schedule.module.css";

/** A stretch of time on a line: « Point d'étape », « 142 réponses », « À venir ». */
export interface Stretch {
  key: string;
  from: string;
  to: string;
  state: Extract<ChipTone, "done" | "open" | "toCome">;
  text: string;
  href?: string;
}

/** A day on a line: a meeting. */
export interface Moment {
  key: string;
  on: string;
  past: boolean;
  href?: string;
  /** Its name, for screen readers and for the list. */
  text: string;
}

export interface Line {
  key: string;
  label: string;
  /** The language of the label, when it is not that of the page. */
  lang?: string | undefined;
  note?: ReactNode;
  stretches?: readonly Stretch[];
  moments?: readonly Moment[];
}

interface Props {
  label: string;
  lines: readonly Line[];
  /** First and last day drawn, `YYYY-MM-DD`. */
  from: string;
  to: string;
  today?: string;
  /** Room for labels that are sentences. */
  wide?: boolean;
}

/** Time from left to right, one line for each thing that takes some; an ordered list where there is no room. */
export function Schedule({ label, lines, from, to, today, wide }: Props) {
  const place = placeOf(from, to);
  const months = monthsBetween(from, to);
  const hasRoom = (month: string) => Number.parseFloat(place(month)) < 92;
  return (
    <div className={`${styles.schedule} ${wide ? styles.wide : ""}`}>
      <svg className={styles.months} width="100%" height="58" aria-hidden="true">
        {months.filter(hasRoom).map((month) => (
          <text x={place(month)} dx="8" y="49" key={month}>
            {monthShown(month, months[0]!)}
          </text>
        ))}
      </svg>
      {today && today >= from && today <= to && <Today x={place(today)} date={today} />}
      <ol aria-label={label}>
        {lines.map(({ key, label: name, lang, note, stretches = [], moments = [] }) => (
          <li key={key}>
            <div className={styles.label}>
              <b lang={lang}>{name}</b>
              {note && <small>{note}</small>}
            </div>
            <svg className={styles.track} width="100%" height="62">
              {months.map((month) => (
                <line x1={place(month)} x2={place(month)} y2="100%" key={month} />
              ))}
              {stretches.map((stretch) => (
                <Bar
                  stretch={stretch}
                  of={name}
                  x={place(stretch.from)}
                  width={place(stretch.to, stretch.from)}
                  key={stretch.key}
                />
              ))}
              {moments.map((moment) => (
                <Pill moment={moment} x={place(moment.on)} key={moment.key} />
              ))}
            </svg>
            <ul className={styles.list}>
              {stretches.map(({ key: id, state, text, href }) => (
                <li key={id}>
                  <Chip tone={state}>
                    {href ? (
                      <Link to={href} aria-label={`${text}, ${name}`}>
                        {text}
                      </Link>
                    ) : (
                      text
                    )}
                  </Chip>
                </li>
              ))}
              {moments.map(({ key: id, on, past, text, href }) => (
                <li key={id}>
                  <Chip tone={past ? "done" : "toCome"}>{formatDate(on, "short")}</Chip>{" "}
                  {href ? <Link to={href}>{text}</Link> : text}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** With its words inside, cut where it ends. */
interface BarProps {
  stretch: Stretch;
  /** The line that it is on. */
  of: string;
  x: string;
  width: string;
}

function Bar({ stretch: { state, text, href }, of, x, width }: BarProps) {
  const drawn = (
    <svg x={x} y="10" width={width} height="42" className={styles[state]}>
      <rect x="1" y="1" width="100%" height="40" rx="5" />
      <text x="12" y="26">
        {text}
      </text>
    </svg>
  );
  return href ? (
    <Link to={href} aria-label={`${text}, ${of}`}>
      {drawn}
    </Link>
  ) : (
    drawn
  );
}

function Pill({ moment: { on, past, text, href }, x }: { moment: Moment; x: string }) {
  const drawn = (
    <svg x={x} y="16" overflow="visible" className={past ? styles.past : styles.ahead}>
      <rect x="-52" width="104" height="30" rx="15" />
      <text y="20" textAnchor="middle">
        {withoutYear(formatDate(on, "short"))}
      </text>
    </svg>
  );
  return href ? (
    <Link to={href} aria-label={`${formatDate(on, "short")}, ${text}`}>
      {drawn}
    </Link>
  ) : (
    drawn
  );
}

const Today = ({ x, date }: { x: string; date: string }) => {
  const late = Number.parseFloat(x) > 80;
  return (
    <svg className={styles.today} width="100%" height="100%" aria-hidden="true">
      <line x1={x} x2={x} y1="6" y2="100%" />
      <svg x={x} y="6" overflow="visible">
        <rect x={late ? -166 : 0} width="166" height="24" rx="4" />
        <text x={late ? -83 : 83} y="16" textAnchor="middle">
          {m.ui_today({ date: formatDate(date, "short") })}
        </text>
      </svg>
    </svg>
  );
};
