import { m } from "@cahier/schema/messages";
import styles from "./Pins.module.css";

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
        <kbd>↑</kbd> <kbd>↓</kbd> {m.evening_does_sentence()}
      </span>
      <span>
        <kbd>{m.evening_key_shift()}</kbd> {m.evening_does_extend()}
      </span>
      <span>
        <kbd>E</kbd> {m.evening_does_together()}
      </span>
      <span>
        <kbd>U</kbd> {m.evening_does_undo()}
      </span>
    </p>
    <p>{m.evening_foot()}</p>
  </div>
);
