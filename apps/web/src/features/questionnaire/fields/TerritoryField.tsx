import { m } from "@cahier/schema/messages";
import { territoryKey } from "@cahier/schema/questionnaire/definition";
import { useInstance } from "../../../frame/instance.ts";
import { Select } from "../../../ui/Field.tsx";
import type { FieldProps, Region } from "../question.ts";

interface Props extends FieldProps {
  regions: readonly Region[];
}

/**
 * Territory of the person: a department, under its region, or the whole region. A native select: two letters find it.
 */
export function TerritoryField({ question, label, help, value, onChange, regions }: Props) {
  const { france } = useInstance();
  const whole = france ? m.questionnaire_whole_region : m.questionnaire_whole_territory;
  return (
    <Select
      question
      name={question.id}
      label={label}
      help={help}
      required
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    >
      <option value="">{france ? m.questionnaire_choose_territory() : m.questionnaire_choose_territory_own()}</option>
      {regions.map(({ code, name, departments }) =>
        departments.length === 0 ? (
          <option value={territoryKey("REGION", code)} key={code}>
            {name}
          </option>
        ) : (
          <optgroup label={name} key={code}>
            {departments.map((department) => (
              <option value={territoryKey("DEPARTMENT", department.code)} key={department.code}>
                {department.name}
              </option>
            ))}
            {!(france && departments.length === 1) && (
              <option value={territoryKey("REGION", code)}>{whole({ region: name })}</option>
            )}
          </optgroup>
        ),
      )}
    </Select>
  );
}
