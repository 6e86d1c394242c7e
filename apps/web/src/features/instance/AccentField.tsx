import { m } from "@cahier/schema/messages";
import { colourFrom, contrast, grounds, isReadable, leastContrast, readableTone } from "@cahier/schema/text/colour";
import { getLocale } from "@cahier/schema/runtime";
import { Fieldset, TextField } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { TextButton } from "../../ui/TextButton.tsx";
import styles from "./Instance.module.css";

/** Colours that pass: the first is the software's own, and no choice. */
const ready = [
  ["", "#0e5a43", m.instance_accent_default],
  ["#2c4a8c", "#2c4a8c", m.instance_accent_blue],
  ["#87305a", "#87305a", m.instance_accent_plum],
  ["#7a4f00", "#7a4f00", m.instance_accent_ochre],
  ["#3d4a5c", "#3d4a5c", m.instance_accent_slate],
] as const;

interface Props {
  value: string;
  onChange: (colour: string) => void;
}

/** The colour of acts, with what its letters make on paper: one that can't be read has the nearest that can beside it. */
export function AccentField({ value, onChange }: Props) {
  const colour = colourFrom(value.trim());
  return (
    <Fieldset name="accentChoice" legend={m.instance_field_accent()}>
      <div className={styles.accent}>
        <div className={styles.swatches}>
          {ready.map(([key, shown, label]) => (
            <label key={key}>
              <input
                type="radio"
                name="accentChoice"
                aria-label={label()}
                checked={value.toLowerCase() === key}
                onChange={() => onChange(key)}
              />
              <svg viewBox="0 0 28 28" aria-hidden="true">
                <rect width="28" height="28" rx="4" fill={shown} />
              </svg>
            </label>
          ))}
        </div>
        <TextField
          name="accent"
          label={m.instance_accent_own()}
          optional
          value={value}
          maxLength={7}
          placeholder="#0E5A43"
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
        {colour && <Contrasts colour={colour} onTake={onChange} />}
      </div>
    </Fieldset>
  );
}

const said = (ratio: number) =>
  m.instance_accent_ratio({
    ratio: new Intl.NumberFormat(getLocale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
      // Never rounded up to what would pass.
      Math.floor(ratio * 10) / 10,
    ),
  });

function Contrasts({ colour, onTake }: { colour: string; onTake: (colour: string) => void }) {
  const tone = readableTone(colour);
  const line = (label: string, ground: string) => {
    const ratio = contrast(colour, ground);
    const passes = ratio >= leastContrast;
    return (
      <li className={passes ? undefined : styles.no}>
        <Icon name={passes ? "tick" : "alert"} />
        <span>{label}</span>
        <b>{said(ratio)}</b>
      </li>
    );
  };
  return (
    <ul className={styles.checks} aria-live="polite">
      {line(m.instance_accent_letters(), grounds.letters)}
      {line(m.instance_accent_paper(), grounds.paper)}
      {!isReadable(colour) && (
        <li>
          <Icon name="tick" />
          <span>
            {m.instance_accent_darker()},{" "}
            <TextButton onClick={() => onTake(tone.toUpperCase())}>
              {m.instance_accent_take({ colour: tone.toUpperCase() })}
            </TextButton>
          </span>
          <b>{said(contrast(tone, grounds.paper))}</b>
        </li>
      )}
    </ul>
  );
}
