import { m } from "@cahier/schema/messages";
import { territoryKey } from "@cahier/schema/questionnaire/definition";
import { Select } from "../../../ui/Field.tsx";
import type { FieldProps, Region } from "../question.ts";

interface Props extends FieldProps {
  regions: readonly Region[];
}

/**
 * Territory of the person: a department, under its region, or the whole region. A native select: two letters find it.
 */
export const TerritoryField = ({ question, label, help, value, onChange, regions }: Props) => (
  <Select
    question
    name={question.id}
    label={label}
    help={help}
    required
    value={typeof value === "string" ? value : ""}
    onChange={(event) => onChange(event.currentTarget.value || undefined)}
  >
    <option value="">{m.questionnaire_choose_territory()}</option>
    {regions.map(({ code, name, departments }) => (
      <optgroup label={name} key={code}>
        {departments.map((department) => (
          <option value={territoryKey("DEPARTMENT", department.code)} key={department.code}>
            {department.name}
          </option>
        ))}
        {departments.length !== 1 && (
          <option value={territoryKey("REGION", code)}>{m.questionnaire_whole_region({ region: name })}</option>
        )}
      </optgroup>
    ))}
  </Select>
);
