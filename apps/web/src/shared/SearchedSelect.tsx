import { type ComponentProps, type ReactNode, useState } from "react";
import { contentLang } from "../i18n/content.ts";
import { Select } from "../ui/Field.tsx";
import { FindField } from "./FindField.tsx";
import { useSettled } from "./useSettled.ts";

/** Words that find others than a list offers, as typed, and as asked once nobody types any more. */
export function useFinding() {
  const [words, setWords] = useState("");
  return { words, setWords, search: useSettled(words.trim()) };
}

/** Each row once, where it comes first. */
export const onceEach = <T,>(rows: readonly T[], value: (row: T) => string) =>
  rows.filter((row, at) => rows.findIndex((one) => value(one) === value(row)) === at);

export type SelectProps = Omit<ComponentProps<"select">, "defaultValue" | "onChange" | "value">;

interface Props<T> extends SelectProps {
  name: string;
  label: string;
  help?: ReactNode;
  optional?: boolean;
  finding: ReturnType<typeof useFinding>;
  /** Words of the search, and the number found; none where the list holds all. */
  find: false | { label: string; help: string; found: ReactNode };
  /** Those that came, or that were found. */
  rows: readonly T[];
  /** Those that stand before, under a heading of their own, whatever is searched for. */
  first?: { heading: string; rows: readonly T[]; others: string };
  /** Value that the form sends for a row. */
  value: (row: T) => string;
  text: (row: T) => string;
  /** Words of the choice of none. */
  none: string;
  /** The one that is chosen when it opens. */
  chosen?: T | null;
  /** Those that cannot be chosen. */
  except?: (row: T) => boolean;
  onChoose?: ((value: string) => void) | undefined;
}

/** One row of a long register, out of a list: the choice stays, whatever is searched for next. */
export function SearchedSelect<T>({
  finding: { words, setWords },
  find,
  rows,
  first,
  value,
  text,
  none,
  chosen: opensWith = null,
  except = () => false,
  onChoose,
  ...select
}: Props<T>) {
  const [chosen, setChosen] = useState(opensWith);
  const before = new Set(first?.rows.map(value));
  const offered = onceEach([...(chosen ? [chosen] : []), ...rows], value).filter(
    (row) => !before.has(value(row)) && !except(row),
  );
  const choose = (sent: string) => {
    setChosen([...(first?.rows ?? []), ...offered].find((row) => value(row) === sent) ?? null);
    onChoose?.(sent);
  };
  const options = (of: readonly T[]) =>
    of.map((row) => (
      <option lang={contentLang()} value={value(row)} key={value(row)}>
        {text(row)}
      </option>
    ));
  return (
    <>
      {find && (
        <FindField name={`${select.name}-search`} label={find.label} help={find.help} words={words} onWords={setWords}>
          {find.found}
        </FindField>
      )}
      <Select {...select} value={chosen ? value(chosen) : ""} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{none}</option>
        {first && first.rows.length > 0 ? (
          <>
            <optgroup label={first.heading}>{options(first.rows)}</optgroup>
            <optgroup label={first.others}>{options(offered)}</optgroup>
          </>
        ) : (
          options(offered)
        )}
      </Select>
    </>
  );
}
