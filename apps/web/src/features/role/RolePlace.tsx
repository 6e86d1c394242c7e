import { contentLang } from "../../i18n/content.ts";
import { placeOf } from "./role.labels.ts";

/** Scope of a role as it is shown: the name of a group is in the language that its people write. */
export const RolePlace = ({ group, territory }: Parameters<typeof placeOf>[0]) =>
  group ? (
    <>
      <span lang={contentLang()}>{group.name}</span>
      {territory && ` · ${territory.name}`}
    </>
  ) : (
    placeOf({ group, territory })
  );
