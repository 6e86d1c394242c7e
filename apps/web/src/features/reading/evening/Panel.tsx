import { m } from "@cahier/schema/messages";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Key } from "../../../ui/Key.tsx";
import styles from "./Panel.module.css";

interface Props {
  title: string;
  /** The key that opened it closes it. */
  letter: string;
  onClose: () => void;
  children: ReactNode;
}

/** A panel over the sheet: the whole response, or all keys. */
export function Panel({ title, letter, onClose, children }: Props) {
  const close = useRef<HTMLDivElement>(null);
  useEffect(() => close.current?.querySelector("button")?.focus(), []);
  return (
    <section className={styles.panel} aria-labelledby="panel">
      <div className={styles.head} ref={close}>
        <h2 id="panel">{title}</h2>
        <Button small onClick={onClose}>
          {m.evening_close()} <Key>{letter}</Key>
        </Button>
      </div>
      <div className="flow">{children}</div>
    </section>
  );
}
