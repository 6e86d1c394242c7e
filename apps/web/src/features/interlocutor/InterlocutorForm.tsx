import { type NamesOf, ofKind } from "@cahier/schema/fields";
import { interlocutorFields } from "@cahier/schema/ground/interlocutor.fields";
import { m } from "@cahier/schema/messages";
import { type ReactNode, useState } from "react";
import { monthName } from "../../i18n/dates.ts";
import { keysOf, levelNames } from "../../i18n/vocabulary.ts";
import { TermSelect } from "../../shared/TermSelect.tsx";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fieldset, Select } from "../../ui/Field.tsx";
import { SheetField } from "../../ui/FieldFor.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptEditing } from "../../ui/KeptFields.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Failure } from "../../ui/failure.ts";
import { alsoSay, type Problem } from "../../ui/problems.ts";
import type { useEditing } from "../../ui/useEditing.ts";
import { NearOffices } from "./NearOffices.tsx";
import { BothSaved } from "./BothSaved.tsx";
import { fieldNames, type OfficeFields } from "./fields.tsx";
import styles from "./Register.module.css";
import { TerritorySelect } from "../../shared/TerritorySelect.tsx";

alsoSay({ NOT_A_LINK: m.problem_NOT_A_LINK });

interface TerritoryOption {
  slug: string;
  name: string;
  departments: readonly { slug: string; name: string }[];
}

interface Props {
  /** The office that is changed; none while one is registered. */
  id?: string;
  editing: ReturnType<typeof useEditing<OfficeFields>>;
  problems: readonly Problem[];
  busy: boolean;
  failed: Failure;
  done: boolean;
  categories: readonly { key: string; label: string; labelEn: string; retired: boolean }[];
  regions: readonly TerritoryOption[];
  foot?: ReactNode;
}

const months = Array.from({ length: 12 }, (_, at) => at + 1);

/** Form of an office: what it is, what it can decide, the right moment, how to reach it. */
export function InterlocutorForm({ id, editing, problems, busy, failed, done, categories, regions, foot }: Props) {
  const { mine, set, dirty } = editing;
  const [lacksLevel, setLacksLevel] = useState(false);
  const field = (name: NamesOf<typeof interlocutorFields, "line" | "text">, help?: string, type?: string) => (
    <SheetField
      key={name}
      {...{ name, editing, type }}
      fields={interlocutorFields}
      names={fieldNames}
      help={help}
      rows={3}
    />
  );
  const missing: Problem[] = lacksLevel && !mine.level ? [{ code: "REQUIRED", field: "level" }] : [];
  const submit = () => {
    setLacksLevel(!mine.level);
    if (mine.level) void editing.submit();
  };
  return (
    <Form
      problems={[...missing, ...problems.filter(({ code }) => code !== "STALE")]}
      busy={busy}
      onSubmit={submit}
      label={m.interlocutor_form()}
      labelOf={(name) => fieldNames[name as keyof OfficeFields]?.()}
    >
      <BothSaved editing={editing} />
      {field("name", m.interlocutor_form_name_help())}
      <NearOffices name={mine.name} level={mine.level} territory={mine.territory} except={id} />
      <div className={styles.pair}>
        <Select
          name="level"
          label={fieldNames.level()}
          value={mine.level}
          onChange={(event) => set({ level: event.currentTarget.value as OfficeFields["level"] })}
        >
          <option value="">{m.interlocutor_form_choose()}</option>
          {keysOf(levelNames).map((level) => (
            <option value={level} key={level}>
              {levelNames[level]()}
            </option>
          ))}
        </Select>
        <TermSelect
          name="category"
          label={fieldNames.category()}
          none={m.interlocutor_form_choose()}
          terms={categories}
          value={mine.category}
          onChange={(category) => set({ category })}
        />
        <TerritorySelect
          label={fieldNames.territory()}
          none={m.interlocutor_territory_none()}
          value={mine.territory}
          onChange={(territory) => set({ territory })}
          regions={regions}
        />
      </div>
      {ofKind(interlocutorFields, "text").map((name) => field(name))}
      {field("timing", m.interlocutor_form_timing_help())}
      <Fieldset name="months" legend={fieldNames.months()} optional help={m.interlocutor_form_months_help()}>
        <div className={styles.months}>
          {months.map((month) => (
            <label key={month}>
              <input
                type="checkbox"
                checked={mine.months.includes(month)}
                onChange={({ currentTarget: { checked } }) =>
                  set({ months: months.filter((it) => (it === month ? checked : mine.months.includes(it))) })
                }
              />
              {monthName(month)}
            </label>
          ))}
        </div>
      </Fieldset>
      <Notice>{m.interlocutor_form_contact()}</Notice>
      {field("contactMail", m.interlocutor_form_mail_help(), "email")}
      {field("contactUrl", undefined, "url")}
      {field("contactPostal")}
      <KeptEditing editing={editing} />
      <Failed because={failed} />
      {done && !dirty && (
        <Notice tone="done" live>
          {m.interlocutor_saved()}
        </Notice>
      )}
      <div className="cluster">
        <Button type="submit" primary disabled={busy}>
          {id ? m.interlocutor_save() : m.interlocutor_register()}
        </Button>
        {foot}
      </div>
    </Form>
  );
}
