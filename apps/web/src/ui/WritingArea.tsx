// chunk: form
import { m } from "@cahier/schema/messages";
import { figures } from "./figures.ts";
import { type ComponentProps, type ReactNode, useState } from "react";
import { FieldFrame, type Labelled } from "./Field.tsx";
import { useField } from "./Form.tsx";
import styles from "./WritingArea.module.css";

interface Props extends Labelled, Omit<ComponentProps<"textarea">, "name"> {
  /** Under the lines: where the draft is, a button. */
  foot?: ReactNode;
}

/**
 * Field for long text, on the ruled lines of a school notebook. It grows with the text. Beyond `maxLength` nothing is
 * cut, since pasted text must not be lost in silence: the counter says so, and the API refuses it.
 */
export function WritingArea({ name, label, help, optional, question, foot, maxLength, onInput, ...rest }: Props) {
  const field = useField(name, !!help);
  const [typed, setTyped] = useState(String(rest.defaultValue ?? "").length);
  const length = rest.value === undefined ? typed : String(rest.value).length;
  return (
    <FieldFrame {...{ field, label, help, optional, question }}>
      <div className={styles.sheet}>
        <textarea
          rows={5}
          {...rest}
          {...field.control}
          data-most={maxLength}
          onInput={(event) => {
            setTyped(event.currentTarget.value.length);
            onInput?.(event);
          }}
        />
        {(foot || maxLength) && (
          <div className={styles.foot}>
            {foot}
            {maxLength && (
              <span data-over={length > maxLength || undefined}>
                {m.ui_length({ length, shown: figures(length), max: figures(maxLength) })}
              </span>
            )}
          </div>
        )}
      </div>
    </FieldFrame>
  );
}
