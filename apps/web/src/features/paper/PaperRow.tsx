import type { ReactNode } from "react";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./Paper.module.css";

interface Props {
  name: string;
  /** As printed beside the question: « 1.3 »; empty beside the rest. */
  code?: string;
  label: ReactNode;
  /** Marks that can be typed: seen while the row is typed in. */
  legend?: ReactNode;
  /** Typed value as it is understood. */
  echo?: string;
  problem?: string | undefined;
  value: string;
  long?: boolean;
  inputMode?: "numeric" | "text" | "email";
  onChange: (value: string) => void;
  /** Another way to fill it in, under the field. */
  children?: ReactNode;
}

/** One line of the grid: what is on the paper, where it is typed, how it is understood. */
export function PaperRow({
  name,
  code,
  label,
  legend,
  echo,
  problem,
  value,
  long,
  inputMode,
  onChange,
  children,
}: Props) {
  const id = `entry-${name}`;
  const control = {
    id,
    name,
    value,
    "data-entry": true,
    autoComplete: "off",
    spellCheck: long ?? false,
    "aria-invalid": problem ? true : undefined,
    "aria-describedby": `${id}-echo`,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value),
  };
  return (
    <div className={styles.row}>
      <label className={styles.label} htmlFor={id}>
        {code && <b>{code}</b>} <span data-label-of={id}>{label}</span>
      </label>
      <div className={styles.typed}>
        {long ? <textarea rows={2} {...control} /> : <input type="text" inputMode={inputMode} {...control} />}
        {children}
      </div>
      <div className={styles.said} id={`${id}-echo`}>
        {problem ? (
          <p className={styles.problem}>
            <Icon name="alert" size={17} />
            {problem}
          </p>
        ) : (
          echo && <p>{echo}</p>
        )}
        {legend && <p className={styles.legend}>{legend}</p>}
      </div>
    </div>
  );
}
