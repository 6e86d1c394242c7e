import type { ReactNode } from "react";
import styles from "./Card.module.css";

interface Props {
  /** Bordered in madder (`open`), ruled in madder on the left (`now`), without a sheet (`plain`), on the darker paper (`note`). */
  tone?: "sheet" | "open" | "now" | "plain" | "note";
  as?: "div" | "li" | "article" | "section" | "aside" | "figure";
  id?: string;
  /** Pushed to the bottom, under a dashed line. */
  foot?: ReactNode;
  children: ReactNode;
}

/** A sheet of paper on the page. */
export const Card = ({ tone = "sheet", as: Element = "div", id, foot, children }: Props) => (
  <Element className={`${styles.card} ${styles[tone] ?? ""}`} id={id}>
    {children}
    {foot && <div className={styles.foot}>{foot}</div>}
  </Element>
);
