import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { useInstance } from "../frame/instance.ts";
import { Icon, type IconName } from "./Icon.tsx";
import styles from "./Notice.module.css";

interface Props {
  /** `info` says, `done` confirms, `warn` asks for attention. */
  tone?: "info" | "done" | "warn";
  /** Spoken when it appears: for what comes after an act. */
  live?: boolean;
  children: ReactNode;
}

const icons: Record<NonNullable<Props["tone"]>, IconName> = { info: "info", done: "tick", warn: "alert" };

/** Something to know before going on. */
export const Notice = ({ tone = "info", live, children }: Props) => {
  const Element = live ? "output" : "div";
  return (
    <Element className={`${styles.notice} ${styles[tone]}`}>
      <Icon name={icons[tone]} />
      <div>{children}</div>
    </Element>
  );
};

/** « Démonstration, contenu fictif », on each fictional object; on the demonstration the banner of each page says it. */
export const Fictional = () =>
  useInstance().demonstration ? null : <small className={styles.fictional}>{m.ui_fictional()}</small>;
