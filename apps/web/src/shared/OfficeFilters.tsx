import { m } from "@cahier/schema/messages";
import { keysOf, levelNames } from "../i18n/vocabulary.ts";
import { FilterSelect } from "../ui/Filters.tsx";

/** The level of the office: national, regional… */
export const LevelFilter = () => (
  <FilterSelect
    name="level"
    label={m.interlocutor_field_level()}
    all={m.interlocutor_level_all()}
    options={keysOf(levelNames).map((value) => ({ value, label: levelNames[value]() }))}
  />
);

/** The region of the office. */
export const RegionFilter = ({ regions }: { regions: readonly { slug: string; name: string }[] }) => (
  <FilterSelect
    name="territory"
    label={m.interlocutor_territory()}
    all={m.interlocutor_territory_all()}
    options={regions.map(({ slug, name }) => ({ value: slug, label: name }))}
  />
);
