import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import styles from "./Sides.module.css";

/** The two sides of a debate, side by side and of equal standing. */
export const Sides = ({ on, against }: { on: ReactNode; against: ReactNode }) => (
  <div className={styles.sides}>
    <div>
      <h4 className="visually-hidden">{m.synthesis_for()}</h4>
      {on}
    </div>
    <div>
      <h4 className="visually-hidden">{m.synthesis_against()}</h4>
      {against}
    </div>
  </div>
);
