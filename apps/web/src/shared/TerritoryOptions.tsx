import { m } from "@cahier/schema/messages";

interface Place {
  slug: string;
  name: string;
}

/** Options of a `Select`: each region as a whole, and its departments. */
export const TerritoryOptions = ({ regions }: { regions: readonly (Place & { departments: readonly Place[] })[] }) =>
  regions.map(({ slug, name, departments }) => (
    <optgroup label={name} key={slug}>
      <option value={slug}>{m.questionnaire_whole_territory({ region: name })}</option>
      {departments.map((department) => (
        <option value={department.slug} key={department.slug}>
          {department.name}
        </option>
      ))}
    </optgroup>
  ));
