import type { ComponentProps } from "react";
import styles from "./Key.module.css";

/** A key of the keyboard, as it is drawn beside what it does. */
export const Key = (rest: ComponentProps<"kbd">) => <kbd className={styles.key} {...rest} />;
