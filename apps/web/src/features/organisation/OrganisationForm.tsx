import { nobodyElse, organisationFields } from "@cahier/schema/ground/organisation.fields";
import { m } from "@cahier/schema/messages";
import { TermSelect } from "../../shared/TermSelect.tsx";
import { sayOrganisationProblems } from "../../shared/organisationProblems.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { SheetField } from "../../ui/FieldFor.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptEditing } from "../../ui/KeptFields.tsx";
import type { Failure } from "../../ui/failure.ts";
import { Notice } from "../../ui/Notice.tsx";
import { alsoSay, type Problem } from "../../ui/problems.ts";
import type { useEditing } from "../../ui/useEditing.ts";
import { fieldNames, type OrganisationTyped } from "./fields.tsx";
import { TerritorySelect } from "../../shared/TerritorySelect.tsx";

sayOrganisationProblems();
alsoSay({ CARRIES_CONTACT: m.problem_CARRIES_CONTACT, NOT_A_LINK: m.problem_NOT_A_LINK });

interface Props {
  /** One that is registered already. */
  registered: boolean;
  editing: ReturnType<typeof useEditing<OrganisationTyped>>;
  problems: readonly Problem[];
  busy: boolean;
  failed: Failure;
  done: boolean;
  kinds: readonly { key: string; label: string; labelEn: string; retired: boolean }[];
  regions: readonly { slug: string; name: string; departments: readonly { slug: string; name: string }[] }[];
}

/** The sheet of an organisation: who it is, where it works, what it says of itself. */
export function OrganisationForm({ registered, editing, problems, busy, failed, done, kinds, regions }: Props) {
  const { mine, set, dirty } = editing;
  const field = (name: "name" | "website" | "about", help: string, type?: string) => (
    <SheetField {...{ name, editing, type }} fields={organisationFields} names={fieldNames} help={help} rows={4} />
  );
  return (
    <Form
      problems={problems}
      busy={busy}
      onSubmit={() => void editing.submit()}
      label={m.organisation_form()}
      labelOf={(name) => fieldNames[name as keyof OrganisationTyped]?.()}
    >
      {field("name", m.organisation_field_name_help())}
      <TermSelect
        name="kind"
        label={fieldNames.kind()}
        none={m.organisation_choose()}
        terms={kinds.filter(({ key }) => key !== nobodyElse)}
        value={mine.kind}
        onChange={(kind) => set({ kind })}
      />
      <TerritorySelect
        label={fieldNames.territory()}
        none={m.organisation_territory_none()}
        value={mine.territory}
        onChange={(territory) => set({ territory })}
        regions={regions}
      />
      {field("website", m.organisation_field_website_help(), "url")}
      {field("about", m.organisation_field_about_help())}
      {registered && <p className="quiet">{m.organisation_rename_note()}</p>}
      <KeptEditing editing={editing} />
      <Failed because={failed} />
      {done && !dirty && (
        <Notice tone="done" live>
          {m.organisation_saved()}
        </Notice>
      )}
      <Button type="submit" primary disabled={busy}>
        {registered ? m.organisation_save() : m.organisation_register()}
      </Button>
    </Form>
  );
}
