import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import styles from "./Steps.module.css";

export interface Step {
  key: string;
  state: "done" | "now" | "todo";
  title: ReactNode;
  /** In smaller type under the title: a date, a count. */
  note?: ReactNode;
  children?: ReactNode;
}

/** A path, from top to bottom: what is behind, where one stands, what is ahead. */
export const Steps = ({ steps, label }: { steps: readonly Step[]; label: string }) => (
  <ol className={styles.steps} aria-label={label}>
    {steps.map(({ key, state, title, note, children }, index) => (
      <li className={styles[state]} aria-current={state === "now" ? "step" : undefined} key={key}>
        <i aria-hidden="true">{state === "done" ? <Icon name="tick" size={16} /> : index + 1}</i>
        <div>
          <b>{title}</b>
          <span className="visually-hidden">
            {" "}
            {state === "done" ? m.ui_step_done() : state === "todo" && m.ui_step_todo()}
          </span>
          {note && <small>{note}</small>}
          {children}
        </div>
      </li>
    ))}
  </ol>
);
