import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Fieldset } from "../../ui/Field.tsx";
import field from "../../ui/Field.module.css";

interface Props {
  name: string;
  label: string;
  help?: string;
  columns: readonly string[];
  chosen: readonly string[];
  most: number;
}

/** Several columns in an order: one list each, and one more when it is asked for. */
export function ColumnSelects({ name, label, help, columns, chosen, most }: Props) {
  const [count, setCount] = useState(Math.max(1, chosen.length));
  return (
    <Fieldset name={name} legend={label} {...(help && { help })}>
      {Array.from({ length: count }, (_, at) => (
        <select
          className={field.control}
          name={name}
          aria-label={`${label}, ${at + 1}`}
          defaultValue={chosen[at] ?? ""}
          // oxlint-disable-next-line react/no-array-index-key -- a place in an order
          key={at}
        >
          <option value="">{m.textImport_no_column()}</option>
          {columns.map((column) => (
            <option key={column}>{column}</option>
          ))}
        </select>
      ))}
      {count < Math.min(most, columns.length) && (
        <p>
          <Button small onClick={() => setCount(count + 1)}>
            {m.textImport_and_more()}
          </Button>
        </p>
      )}
    </Fieldset>
  );
}
