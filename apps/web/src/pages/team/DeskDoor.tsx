import type { ReactNode } from "react";
import { Part } from "../../ui/Part.tsx";
import styles from "./Desk.module.css";

/** The doors of a desk, beside one another where there is room. */
export const Doors = ({ children }: { children: ReactNode }) => <div className={styles.doors}>{children}</div>;

interface Props {
  id?: string;
  heading: string;
  /** The work behind it, in a sentence. */
  lead?: string;
  children: ReactNode;
}

/** A door of the desk: a sentence that says the work behind it, and its links. */
export const Door = ({ lead, children, ...named }: Props) => (
  <Part {...named}>
    {lead && <p className="quiet">{lead}</p>}
    <div className={styles.ways}>{children}</div>
  </Part>
);
