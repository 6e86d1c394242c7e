import type { ReactNode } from "react";
import styles from "./BarList.module.css";

interface Bar {
  key: string;
  label: ReactNode;
  value: number;
  /** Value in words, when not a bare number: « 12 réponses ». */
  text?: ReactNode;
  /** A mark to compare with, on the same scale: the share of the population. */
  reference?: number;
}

interface Props {
  bars: readonly Bar[];
  /** The value of a full bar; the greatest when left out. */
  max?: number;
}

/** Values side by side: the number is written, the bar only draws it. */
export const BarList = ({
  bars,
  max = Math.max(1, ...bars.flatMap((bar) => [bar.value, bar.reference ?? 0])),
}: Props) => (
  <ul className={styles.bars}>
    {bars.map(({ key, label, value, text, reference }) => (
      <li key={key}>
        <span>{label}</span>
        <b>{text ?? value}</b>
        <Track value={value} max={max} reference={reference} />
      </li>
    ))}
  </ul>
);

/** One value out of a whole, said in words and drawn: « 15 régions sur 18 ». */
export const Meter = ({ value, max, children }: { value: number; max: number; children: ReactNode }) => (
  <div className={styles.meter}>
    <span>{children}</span>
    <Track value={value} max={max} />
  </div>
);

const Track = ({ value, max, reference }: { value: number; max: number; reference?: number }) => (
  <svg className={styles.track} width="100%" height="10" aria-hidden="true">
    <rect width="100%" height="10" rx="5" />
    <rect width={percent(value, max)} height="10" rx="5" />
    {reference !== undefined && <rect x={percent(reference, max)} y="-4" width="4" height="18" />}
  </svg>
);

const percent = (value: number, max: number) =>
  `${Math.round(Math.min(1, Math.max(0, value / (max || 1))) * 1000) / 10}%`;
