import { getLocale } from "@cahier/schema/runtime";
import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import styles from "./More.module.css";

interface Props {
  /** An address of the API: a file, not a page. */
  href: string;
  /** Full name of the file, where the words shown are only its kind. */
  label?: string;
  children: ReactNode;
}

/** A link to a file, in the language of the page. */
export const Download = ({ href, label, children }: Props) => (
  <a
    className={styles.more}
    href={getLocale() === "fr" ? href : `${href}?language=${getLocale()}`}
    aria-label={label}
    download
  >
    {children}
    <Icon name="save" size={17} />
  </a>
);
