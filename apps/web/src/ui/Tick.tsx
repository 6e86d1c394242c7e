import type { ComponentProps } from "react";
import styles from "./Tick.module.css";

/** A box to tick beside what it chooses, which gives it its name: one of a list. */
export const Tick = (rest: ComponentProps<"input"> & { "aria-label": string }) => (
  <label className={styles.tick}>
    <input type="checkbox" {...rest} />
  </label>
);
