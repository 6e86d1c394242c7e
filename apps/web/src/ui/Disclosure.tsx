import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import styles from "./Disclosure.module.css";

interface Props {
  summary: ReactNode;
  /** Open from the start. */
  open?: boolean;
  /** Told when somebody opens it or closes it: for what is only asked for then. */
  onToggle?: (open: boolean) => void;
  children: ReactNode;
}

/** Content that most people pass over, one press away. */
export const Disclosure = ({ summary, open, onToggle, children }: Props) => (
  <details
    className={styles.disclosure}
    open={open}
    onToggle={onToggle && ((event) => onToggle(event.currentTarget.open))}
  >
    <summary>
      <Icon name="down" size={18} />
      <span>{summary}</span>
    </summary>
    <div>{children}</div>
  </details>
);
