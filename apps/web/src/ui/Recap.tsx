import type { ReactNode } from "react";
import styles from "./Recap.module.css";

interface Props {
  /** Each line: its name, and what is said of it; a line that says nothing is left out. */
  lines: readonly (readonly [name: string, said: ReactNode])[];
}

/** All that an act does, before it is done: read once more, line by line. */
export const Recap = ({ lines }: Props) => (
  <dl className={styles.recap}>
    {lines.map(
      ([name, said]) =>
        said && (
          <div className={styles.line} key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ),
    )}
  </dl>
);
