import type { ComponentProps } from "react";
import { FieldFrame, type Labelled } from "../../ui/Field.tsx";
import { useField } from "../../ui/Form.tsx";

interface Props extends Labelled, Omit<ComponentProps<"textarea">, "name" | "onChange" | "value"> {
  value: string;
  onChange: (value: string) => void;
}

/** A few lines, as many as are written. */
export function TextArea({ name, label, help, optional, onChange, ...rest }: Props) {
  const field = useField(name, !!help);
  return (
    <FieldFrame {...{ field, label, help, optional }}>
      <textarea
        className="questionnaireWriting-textarea"
        rows={2}
        {...rest}
        {...field.control}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}
