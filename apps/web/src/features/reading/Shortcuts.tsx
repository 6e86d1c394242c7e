import { m } from "@cahier/schema/messages";
import { type Ref, useImperativeHandle, useRef } from "react";
import { Disclosure } from "../../ui/Disclosure.tsx";
import styles from "../../shared/Desk.module.css";

/** What the shortcuts themselves may ask for. */
export interface ShortcutsHandle {
  show: () => void;
}

const text = (): [string, string][] => [
  [m.bench_key_arrows(), m.bench_does_sentence()],
  [m.bench_key_space(), m.bench_does_choose()],
  [m.bench_key_shift(), m.bench_does_extend()],
  [m.bench_key_escape(), m.bench_does_undo_choice()],
  ["1 – 9", m.bench_does_give()],
  ["N", m.bench_does_new()],
  ["R", m.bench_does_read()],
  ["S", m.bench_does_why()],
  ["J", m.bench_does_pass()],
  ["K", m.bench_does_back()],
  ["U", m.bench_does_undo()],
  ["Q", m.bench_does_quit()],
  ["?", m.bench_does_help()],
];

const list = (): [string, string][] => [
  [m.bench_key_arrows(), m.bench_does_line()],
  ["↵", m.bench_does_open()],
  ["X", m.bench_does_tick()],
  ["A", m.bench_does_tick_all()],
  ["R", m.bench_does_bulk()],
  ["U", m.bench_does_undo()],
];

/** All the keys, of a text or of the list, one press away. */
export function Shortcuts({ of, ref }: { of: "text" | "list"; ref?: Ref<ShortcutsHandle> }) {
  const inside = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({
    show() {
      const details = inside.current!.closest("details")!;
      details.open = true;
      details.querySelector("summary")!.focus();
    },
  }));
  return (
    <Disclosure summary={m.bench_shortcuts()}>
      <div className="flow" ref={inside}>
        <p>{of === "text" ? m.bench_shortcuts_text() : m.bench_shortcuts_list_what()}</p>
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
