import type { Field } from "@cahier/schema/fields";
import { wholeNumber } from "@cahier/schema/typed";
import type { ReactNode } from "react";
import { Select, TextField } from "./Field.tsx";
import { WritingArea } from "./WritingArea.tsx";

interface Props {
  field: Field;
  name: string;
  label: string;
  help?: ReactNode;
  /** Lines of a text before it grows. */
  rows: number;
  value: string;
  onChange: (value: string) => void;
  /** Of a line, where a browser knows better: an address. */
  type?: string | undefined;
  /** Of a choice: each key with its label. */
  options?: readonly (readonly [key: string, label: string])[] | undefined;
  /** Of a choice: the option for none of them. */
  none?: string;
}

/** Longer lines are written on several. */
const longLine = 300;

/** The control of a field of a sheet, by its kind. */
export function FieldFor({
  field,
  name,
  label,
  help,
  rows,
  type = "text",
  value,
  onChange,
  options = [],
  none,
}: Props) {
  const shared = {
    name,
    label,
    value,
    optional: !("needed" in field),
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
    ...(help && { help }),
  };
  switch (field.kind) {
    case "choice":
      return (
        <Select {...shared}>
          <option value="">{none}</option>
          {options.map(([key, text]) => (
            <option value={key} key={key}>
              {text}
            </option>
          ))}
        </Select>
      );
    case "count":
    case "year":
      return <TextField {...shared} inputMode="numeric" pattern={wholeNumber} />;
    case "day":
      return <TextField {...shared} type="date" />;
    case "lines":
      return <WritingArea {...shared} rows={rows} maxLength={field.most * 4} />;
    case "text":
      return <WritingArea {...shared} rows={rows} maxLength={field.most} />;
    case "line":
      return field.most > longLine ? (
        <WritingArea {...shared} rows={rows} maxLength={field.most} />
      ) : (
        <TextField {...shared} type={type} maxLength={field.most} />
      );
    default:
      throw new Error(`No control for ${name}`);
  }
}

interface SheetProps<Name extends string> extends Pick<Props, "rows" | "type"> {
  name: Name;
  /** The fields of the sheet, and their names. */
  fields: Readonly<Record<NoInfer<Name>, Field>>;
  names: Readonly<Record<NoInfer<Name>, () => string>>;
  editing: {
    mine: Readonly<Record<NoInfer<Name>, string>>;
    set: (change: Partial<Record<NoInfer<Name>, string>>) => void;
  };
  help?: ReactNode;
}

/** A field of a sheet that is edited: its control, under its name, with what is typed. */
export const SheetField = <Name extends string>({ name, fields, names, editing, ...rest }: SheetProps<Name>) => (
  <FieldFor
    field={fields[name]}
    name={name}
    label={names[name]()}
    value={editing.mine[name]}
    onChange={(value) => editing.set({ [name]: value } as Partial<Record<Name, string>>)}
    {...rest}
  />
);
