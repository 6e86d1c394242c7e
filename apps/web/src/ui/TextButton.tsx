import type { ComponentProps } from "react";
import styles from "./TextButton.module.css";

/** An act among words, that looks like a link. `type="button"` unless it sends a form. */
export const TextButton = ({ type = "button", ...rest }: Omit<ComponentProps<"button">, "className">) => (
  <button type={type} className={styles.text} {...rest} />
);
