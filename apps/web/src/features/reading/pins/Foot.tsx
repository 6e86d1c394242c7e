import { m } from "@cahier/schema/messages";
import styles from "./Pins.module.css";
import { Key } from "../../../ui/Key.tsx";

interface Props {
  leadsOn: boolean;
  onLeadsOn: (on: boolean) => void;
}

/** Under the nine: the keys that move, and whether a sentence that is given leads to the next text. */
export const Foot = ({ leadsOn, onLeadsOn }: Props) => (
  <div className={styles.foot}>
    <label>
      <input type="checkbox" checked={leadsOn} onChange={({ target }) => onLeadsOn(target.checked)} />{" "}
      {m.evening_leads_on()}
    </label>
    <p className={styles.keys}>
      <span>
        <Key>↑</Key> <Key>↓</Key> {m.evening_does_sentence()}
      </span>
      <span>
        <Key>{m.evening_key_shift()}</Key> {m.evening_does_extend()}
      </span>
      <span>
        <Key>E</Key> {m.evening_does_two()}
      </span>
      <span>
        <Key>U</Key> {m.evening_does_undo()}
      </span>
    </p>
    <p>{m.evening_foot()}</p>
  </div>
);
