import { m } from "@cahier/schema/messages";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import { Key } from "../../../ui/Key.tsx";
import styles from "../../../shared/Desk.module.css";

const list = (): [string, string][] => [
  [m.reading_key_arrows(), m.reading_does_line()],
  ["↵", m.reading_does_open()],
  ["X", m.reading_does_tick()],
  ["A", m.reading_does_tick_all()],
  ["R", m.reading_does_bulk()],
  ["U", m.reading_does_undo()],
];

/** The keys of the list, one press away. */
export const Shortcuts = () => (
  <Disclosure summary={m.reading_shortcuts()}>
    <div className="flow">
      <p>{m.reading_shortcuts_list_what()}</p>
      <KeyList of={list()} />
    </div>
  </Disclosure>
);

/** Keys, and what each does. */
export const KeyList = ({ of }: { of: readonly [string, string][] }) => (
  <dl className={styles.keys}>
    {of.map(([key, does]) => (
      <div key={key}>
        <dt>
          <Key>{key}</Key>
        </dt>
        <dd>{does}</dd>
      </div>
    ))}
  </dl>
);
