import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import styles from "./Chip.module.css";

export type ChipTone = "open" | "done" | "toCome" | "neutral";

/** A state in two words: open (madder), done (sap and a tick), to come (dashed), neutral. With `axis`, the colour of an axis. */
export const Chip = ({ tone = "neutral", axis, children }: { tone?: ChipTone; axis?: number; children: ReactNode }) => (
  <span className={`${styles.chip} ${axis ? styles.axis : styles[tone]}`} data-axis={axis}>
    {tone === "done" ? <Icon name="tick" size={14} /> : tone === "open" && <i />}
    <span>{children}</span>
  </span>
);
