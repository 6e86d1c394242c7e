import { m } from "@cahier/schema/messages";
import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import type { KeyPointNature } from "../../../graphql/operations.generated.ts";
import { keysOf } from "../../../i18n/vocabulary.ts";
import { pinned } from "../keys/digits.ts";
import styles from "./Pins.module.css";

interface Props {
  nature: KeyPointNature;
  setNature: (nature: KeyPointNature) => void;
  mayOpen: boolean;
  canPin: boolean;
  pin: (digit: number) => void;
}

/** Under what was found: the nature of a new one, the digit of one that is there, and the keys. */
export const FindHelp = ({ nature, setNature, mayOpen, canPin, pin }: Props) => (
  <div className={styles.help}>
    {mayOpen && <NatureChoice nature={nature} onChoose={setNature} />}
    {canPin && (
      <p className={styles.digits}>
        <span>{m.evening_pin_it()}</span>
        {Array.from({ length: pinned }, (_, index) => (
          <button
            type="button"
            aria-label={m.evening_pin_at({ digit: index + 1 })}
            onClick={() => pin(index + 1)}
            key={index}
          >
            {index + 1}
          </button>
        ))}
      </p>
    )}
    <p className="quiet">{m.evening_find_keys()}</p>
  </div>
);

const NatureChoice = ({ nature, onChoose }: { nature: KeyPointNature; onChoose: (nature: KeyPointNature) => void }) => (
  <label className={styles.natures}>
    {m.reading_nature()}{" "}
    <select value={nature} onChange={(event) => onChoose(event.target.value as KeyPointNature)}>
      {keysOf(natureNames).map((one) => (
        <option value={one} key={one}>
          {natureNames[one]()}
        </option>
      ))}
    </select>
  </label>
);
