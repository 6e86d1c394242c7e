import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { Role, ScopeFields_desk } from "../../graphql/operations.generated.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import { ReferentRegion } from "../../shared/ReferentRegion.tsx";
import { roleNames } from "../../shared/roles.ts";
import { Choices, RadioCard } from "../../ui/Choice.tsx";
import { Fieldset, Select, TextField } from "../../ui/Field.tsx";
import { roleDoes } from "./role.labels.ts";
import { contentLang } from "../../i18n/content.ts";

export interface Places {
  desk: ScopeFields_desk;
  regions: readonly { slug: string; name: string }[];
  /** The slug of the group that the page is of: it is offered first. */
  group?: string | null;
}

/** A role, where it holds, until when. */
export function ScopeFields({ desk: { everywhere, groups }, regions, group }: Places) {
  const [role, setRole] = useState<Role>("RAPPORTEUR");
  const roles = keysOf(roleDoes).filter((one) => everywhere || one !== "ADMINISTRATOR");
  return (
    <>
      <Fieldset name="role" legend={m.role_role()}>
        <Choices>
          {roles.map((one) => (
            <RadioCard
              name="role"
              value={one}
              checked={role === one}
              onChange={() => setRole(one)}
              label={roleNames[one]()}
              help={roleDoes[one]()}
              key={one}
            />
          ))}
        </Choices>
      </Fieldset>
      {role !== "ADMINISTRATOR" && (
        <Select
          name="group"
          label={m.role_group()}
          help={everywhere && m.role_group_help()}
          optional={everywhere}
          defaultValue={groups.length === 1 ? groups[0]!.slug : (groups.find(({ slug }) => slug === group)?.slug ?? "")}
          key={group}
        >
          <option value="">{everywhere ? m.role_everywhere() : m.role_group_choose()}</option>
          {groups.map(({ id, slug, name }) => (
            <option lang={contentLang()} value={slug} key={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {role === "REFERENT" && <ReferentRegion regions={regions} />}
      <TextField name="endsOn" type="date" label={m.role_ends_on()} help={m.role_ends_on_help()} optional />
    </>
  );
}

const fragment: TypedDocumentNode<ScopeFields_desk> = gql`
  fragment ScopeFields_desk on RoleDesk {
    everywhere
    groups {
      id
      slug
      name
    }
  }
`;

ScopeFields.fragment = fragment;

/** The same fields, as they are sent. */
export const scopeOf = (fields: FormData) => ({
  role: fields.get("role") as Role,
  group: (fields.get("group") as string | null) || null,
  territory: (fields.get("territory") as string | null) || null,
  endsOn: (fields.get("endsOn") as string | null) || null,
});
