import { m } from "@cahier/schema/messages";
import type { GroupChoice_group } from "../graphql/operations.generated.ts";
import { contentLang } from "../i18n/content.ts";
import { FilterSelect } from "../ui/Filters.tsx";

interface Props {
  groups: readonly GroupChoice_group[];
  /** Name of the filter in the address. */
  name?: string;
}

/** Filter of a list by group; nothing with only one, which an address may name all the same. */
export const GroupFilter = ({ groups, name = "group" }: Props) =>
  groups.length > 1 && (
    <FilterSelect
      name={name}
      label={m.document_by_group()}
      all={m.document_all_groups()}
      options={groups.map((group) => ({ value: group.slug, label: group.name, lang: contentLang() }))}
    />
  );
