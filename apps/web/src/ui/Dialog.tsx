import { m } from "@cahier/schema/messages";
import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from "react";
import styles from "./Dialog.module.css";
import { Icon } from "./Icon.tsx";

interface Props {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** At the side of the page, over its whole height. */
  side?: boolean;
  /** « any » where nothing is chosen or typed: a press beside it closes it. */
  closedby?: "any";
  children: ReactNode;
}

/** The browser's own dialog: it holds the focus, closes by Escape, and gives the focus back. */
export function Dialog({ open, onClose, title, side = false, closedby, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (!open) return ref.current?.close();
    ref.current?.showModal();
    // If an act cannot be undone, the focus is on the button that cancels.
    return ref.current?.querySelector<HTMLElement>("[data-first]")?.focus();
  }, [open]);
  // Asked to close, it is closed at once for the page too: the browser says that it closed a moment later, and whoever
  // pressed the button again meanwhile would open nothing.
  const onCancel = (event: SyntheticEvent) => event.target === ref.current && onClose();
  // By then it may be open again, for something else.
  const onClosed = () => open && !ref.current?.open && onClose();
  return (
    <dialog
      className={side ? `${styles.dialog} ${styles.side}` : styles.dialog}
      ref={ref}
      closedby={closedby}
      onCancel={onCancel}
      onClose={onClosed}
      aria-labelledby={titleId}
    >
      <header>
        <h2 id={titleId}>{title}</h2>
        <button type="button" aria-label={m.ui_close()} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </header>
      {open && children}
    </dialog>
  );
}
