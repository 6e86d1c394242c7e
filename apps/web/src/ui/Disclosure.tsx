import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import styles from "./Disclosure.module.css";

interface Props {
  summary: ReactNode;
  /** Open from the start. */
  open?: boolean;
  children: ReactNode;
}

/** What most can pass over, one press away. */
export const Disclosure = ({ summary, open, children }: Props) => (
  <details className={styles.disclosure} open={open}>
    <summary>
      <Icon name="down" size={18} />
      <span>{summary}</span>
    </summary>
    <div>{children}</div>
  </details>
);
