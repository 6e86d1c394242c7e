import { m } from "@cahier/schema/messages";
import { Select } from "../ui/Field.tsx";

interface Props {
  regions: readonly { slug: string; name: string }[];
}

/** The region that a referent speaks for. */
export const ReferentRegion = ({ regions }: Props) => (
  <Select name="territory" label={m.role_territory()} defaultValue="">
    <option value="">{m.role_territory_choose()}</option>
    {regions.map(({ slug, name }) => (
      <option value={slug} key={slug}>
        {name}
      </option>
    ))}
  </Select>
);
