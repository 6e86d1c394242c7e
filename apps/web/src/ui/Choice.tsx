// chunk: form
import type { ComponentProps, ReactNode } from "react";
import styles from "./Choice.module.css";

/** Choices as sheets to tick, two by two where there is room. */
export const Choices = ({
  children,
  single,
}: {
  children: ReactNode;
  /** One under the other. */ single?: boolean;
}) => <div className={`${styles.choices} ${single ? styles.single : ""}`}>{children}</div>;

interface Props extends Omit<ComponentProps<"input">, "type"> {
  label: ReactNode;
  help?: ReactNode;
}

const choice = (type: "radio" | "checkbox") =>
  function Choice({ label, help, ...input }: Props) {
    return (
      <label className={styles.choice}>
        <input type={type} className={styles[type]} {...input} />
        <span>
          {label}
          {help && <small>{help}</small>}
        </span>
      </label>
    );
  };

/** One of several, as a sheet. */
export const RadioCard = choice("radio");

/** Yes or no, as a sheet. */
export const CheckboxCard = choice("checkbox");
