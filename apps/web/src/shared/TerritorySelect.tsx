import type { ComponentProps } from "react";
import { Select } from "../ui/Field.tsx";
import { TerritoryOptions } from "./TerritoryOptions.tsx";

interface Props extends ComponentProps<typeof TerritoryOptions> {
  label: string;
  /** The option for none of them. */
  none: string;
  value: string;
  onChange: (slug: string) => void;
}

/** The territory of something on a sheet: a region, one of its departments, or none. */
export const TerritorySelect = ({ label, none, value, onChange, regions }: Props) => (
  <Select
    name="territory"
    label={label}
    optional
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  >
    <option value="">{none}</option>
    <TerritoryOptions regions={regions} />
  </Select>
);
