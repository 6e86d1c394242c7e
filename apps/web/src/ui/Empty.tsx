import type { ReactNode } from "react";
import styles from "./Empty.module.css";

/** Nothing here yet: why, and what can be done about it. */
export const Empty = ({ title, children }: { title: ReactNode; children?: ReactNode }) => (
  <div className={styles.empty}>
    {title && (
      <p>
        <b>{title}</b>
      </p>
    )}
    {children}
  </div>
);
