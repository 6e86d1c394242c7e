import { m } from "@cahier/schema/messages";
import { figures } from "../../ui/figures.ts";
import type { ComponentProps, KeyboardEvent } from "react";
import { FieldProblems } from "../../ui/Field.tsx";
import { useField } from "../../ui/Form.tsx";
import styles from "./Workshop.module.css";

interface Props extends Omit<ComponentProps<"textarea">, "name" | "className" | "onChange"> {
  name: string;
  label: string;
  value: string;
  maxLength: number;
  onType: (text: string) => void;
  /** Ctrl L. */
  onSource?: () => void;
}

/** A sentence written where it is read: no frame until one writes in it. Ctrl S saves, Ctrl L looks for its sources. */
export function Sentence({ name, label, value, maxLength, onType, onSource, ...rest }: Props) {
  const field = useField(name);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const key = event.key.toLowerCase();
    if (key === "s") event.currentTarget.form?.requestSubmit();
    else if (key === "l" && onSource) onSource();
    else return;
    event.preventDefault();
  };
  return (
    <div>
      <label className="visually-hidden" htmlFor={field.id}>
        <span data-label-of={field.id}>{label}</span>
      </label>
      <textarea
        rows={1}
        aria-keyshortcuts={onSource ? "Control+S Control+L" : "Control+S"}
        {...rest}
        {...field.control}
        value={value}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={press}
      />
      <FieldProblems field={field} />
      {value.length > maxLength && (
        <p className={styles.over}>
          {m.ui_length({ length: value.length, shown: figures(value.length), max: figures(maxLength) })}
        </p>
      )}
    </div>
  );
}
