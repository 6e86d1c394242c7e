import type { ReactNode } from "react";
import styles from "./Claim.module.css";

interface Props {
  as?: "li" | "article";
  id: string;
  /** The sentence, and what is said of it. */
  said: ReactNode;
  /** The words that it stands on. */
  proof: ReactNode;
  /** Under both: all that it stands on. */
  children?: ReactNode;
}

/** A sentence and, beside it, the words it stands on, behind a rule as that of the page's margin. */
export const Claim = ({ as: Tag = "li", id, said, proof, children }: Props) => (
  <Tag className={styles.claim} id={id}>
    <div className={styles.said}>{said}</div>
    <div className={styles.proof}>{proof}</div>
    {children && <div className={styles.all}>{children}</div>}
  </Tag>
);
