import type { TermChoice_term } from "../graphql/operations.generated.ts";
import { termLabel } from "../i18n/vocabulary.ts";
import { Select } from "../ui/Field.tsx";
import { offered } from "./choices.tsx";

interface Props {
  name: string;
  label: string;
  /** The option for none of them. */
  none: string;
  terms: readonly Omit<TermChoice_term, "__typename">[];
  value: string;
  onChange: (key: string) => void;
}

/** A term of a list on a sheet: one that is no longer offered only stays where it is chosen already. */
export const TermSelect = ({ name, label, none, terms, value, onChange }: Props) => (
  <Select name={name} label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
    <option value="">{none}</option>
    {offered(terms, [value]).map((term) => (
      <option value={term.key} key={term.key}>
        {termLabel(term)}
      </option>
    ))}
  </Select>
);
