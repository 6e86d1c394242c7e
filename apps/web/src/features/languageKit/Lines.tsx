import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Fieldset, Select, TextField } from "../../ui/Field.tsx";
import type { FieldValues } from "../../ui/formFields.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";

/** One field of each line of a list. */
export interface Column {
  name: string;
  label: (number: number) => string;
  maxLength?: number;
  /** Written at length. */
  long?: boolean;
  /** One of these, rather than words. */
  options?: { value: string; label: string }[];
}

type Values = Partial<Record<string, string>>;

/** The lines of a list being written: the browser holds what is typed, this only which lines there are. */
export function useLines(given: Values[]) {
  const [lines, setLines] = useState(() => given.map((values, key) => ({ key, values })));
  const [next, setNext] = useState(given.length);
  return {
    lines,
    add: () => {
      setLines([...lines, { key: next, values: {} }]);
      setNext(next + 1);
    },
    remove: (key: number) => setLines(lines.filter((line) => line.key !== key)),
    /** Has the lines that a device kept, as many as were typed and under the keys they had. */
    found: (fields: FieldValues, list: string) => {
      const keys = Object.keys(fields).flatMap((name) =>
        name.startsWith(`${list}.`) ? Number(name.split(".")[2]) : [],
      );
      const kept = [...new Set(keys)];
      setLines(kept.map((key) => lines.find((line) => line.key === key) ?? { key, values: {} }));
      setNext(Math.max(next, ...kept.map((key) => key + 1)));
    },
    /** Reads the typed values, line by line. */
    read: (fields: FormData, list: string): Values[] =>
      lines.map(({ key }) =>
        Object.fromEntries(
          [...fields].flatMap(([name, value]) => {
            const [of, column, line] = name.split(".");
            return of === list && line === String(key) ? [[column!, value as string]] : [];
          }),
        ),
      ),
  };
}

interface Props {
  name: string;
  legend: string;
  columns: readonly Column[];
  list: ReturnType<typeof useLines>;
}

/** A list whose lines are added and taken away. */
export const Lines = ({ name, legend, columns, list: { lines, add, remove } }: Props) => (
  <Fieldset name={name} legend={legend}>
    <ul className="flow">
      {lines.map(({ key, values }, index) => (
        <Card as="li" tone="note" key={key}>
          {columns.map((column) => (
            <LineField
              column={column}
              name={`${name}.${column.name}.${key}`}
              number={index + 1}
              value={values[column.name]}
              key={column.name}
            />
          ))}
          <p>
            <Button small onClick={() => remove(key)}>
              {m.languageKit_line_remove({ number: index + 1 })}
            </Button>
          </p>
        </Card>
      ))}
    </ul>
    <p>
      <Button small onClick={add}>
        {m.languageKit_line_add()}
        <span className="visually-hidden">
          {m.ui_colon()}
          {legend}
        </span>
      </Button>
    </p>
  </Fieldset>
);

interface FieldProps {
  column: Column;
  name: string;
  number: number;
  value?: string;
}

function LineField({ column: { label, maxLength, long, options }, name, number, value }: FieldProps) {
  const field = { name, label: label(number), defaultValue: value };
  if (options)
    return (
      <Select {...field}>
        {options.map((option) => (
          <option value={option.value} key={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    );
  return long ? (
    <WritingArea rows={2} maxLength={maxLength} {...field} />
  ) : (
    <TextField maxLength={maxLength} {...field} />
  );
}
