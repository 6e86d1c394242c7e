import type { ComponentProps } from "react";
import { Link, type LinkProps } from "react-router-dom";
import styles from "./Button.module.css";

interface Look {
  /** The one act of the page. */
  primary?: boolean;
  small?: boolean;
}

const classes = ({ primary, small }: Look, more = "") =>
  [styles.button, primary && styles.primary, small && styles.small, more].filter(Boolean).join(" ");

/** An act. `type="button"` unless it sends a form. */
export const Button = ({ primary, small, className, type = "button", ...rest }: Look & ComponentProps<"button">) => (
  <button type={type} className={classes({ primary, small }, className)} {...rest} />
);

/** A way to another page that looks like an act. */
export const ButtonLink = ({ primary, small, className, ...rest }: Look & Omit<LinkProps, "style">) => (
  <Link className={classes({ primary, small }, className)} {...rest} />
);
