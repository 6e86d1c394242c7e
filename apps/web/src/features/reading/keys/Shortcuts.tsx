import { m } from "@cahier/schema/messages";
import { type Ref, useImperativeHandle, useRef } from "react";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import styles from "../../../shared/Desk.module.css";

/** Handle for the shortcuts themselves: shown, then put away; the text keeps the focus, and goes on answering to keys. */
export interface ShortcutsHandle {
  show: () => void;
}

const text = (): [string, string][] => [
  [m.reading_key_arrows(), m.reading_does_sentence()],
  [m.reading_key_space(), m.reading_does_choose()],
  [m.reading_key_shift(), m.reading_does_extend()],
  [m.reading_key_escape(), m.reading_does_undo_choice()],
  ["1 – 9", m.reading_does_give()],
  ["N", m.reading_does_new()],
  ["R", m.reading_does_read()],
  ["S", m.reading_does_why()],
  ["J", m.reading_does_pass()],
  ["K", m.reading_does_back()],
  ["U", m.reading_does_undo()],
  ["Q", m.reading_does_quit()],
  ["?", m.reading_does_help()],
];

const list = (): [string, string][] => [
  [m.reading_key_arrows(), m.reading_does_line()],
  ["↵", m.reading_does_open()],
  ["X", m.reading_does_tick()],
  ["A", m.reading_does_tick_all()],
  ["R", m.reading_does_bulk()],
  ["U", m.reading_does_undo()],
];

/** All the keys, of a text or of the list, one press away. */
export function Shortcuts({ of, ref }: { of: "text" | "list"; ref?: Ref<ShortcutsHandle> }) {
  const inside = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({
    show() {
      const details = inside.current!.closest("details")!;
      details.open = !details.open;
      if (details.open) details.scrollIntoView({ block: "nearest" });
    },
  }));
  return (
    <Disclosure summary={m.reading_shortcuts()}>
      <div className="flow" ref={inside}>
        <p>{of === "text" ? m.reading_shortcuts_text() : m.reading_shortcuts_list_what()}</p>
        <dl className={styles.keys}>
          {(of === "text" ? text() : list()).map(([key, does]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Disclosure>
  );
}
