import { type NamesOf } from "@cahier/schema/fields";
import { instanceFields } from "@cahier/schema/ground/instance.fields";
import { m } from "@cahier/schema/messages";
import { sentOf } from "@cahier/schema/typed";
import type { ReactNode } from "react";
import type {
  InstanceHealth,
  InstanceSheet,
  SecondFactorRule,
  SiteLanguages,
} from "../../graphql/operations.generated.ts";
import { keysOf, type Names } from "../../i18n/vocabulary.ts";
import { SavedByBoth } from "../../shared/SavedByBoth.tsx";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select } from "../../ui/Field.tsx";
import { SheetField } from "../../ui/FieldFor.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptEditing } from "../../ui/KeptFields.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { useEditing } from "../../ui/useEditing.ts";
import { AccentField } from "./AccentField.tsx";
import { editInstance, fieldNames, type InstanceWords, instanceWordsOf, ruleNames } from "./fields.tsx";
import styles from "./Instance.module.css";
import { LegalTexts } from "./LegalTexts.tsx";
import { LogoField } from "./LogoField.tsx";
import { MailTrial } from "./MailTrial.tsx";
import { partNames, type PartName } from "./parts.ts";

interface Props {
  instance: InstanceSheet;
  health: InstanceHealth;
}

/** The languages of a site, in words. */
const languages: Names<SiteLanguages> = {
  BOTH: m.instance_languages_BOTH,
  FRENCH: m.instance_languages_FRENCH,
  ENGLISH: m.instance_languages_ENGLISH,
};

/** Four of the five parts: one form, saved as a whole. */
export function InstanceForm({ instance, health }: Props) {
  const act = useAct(editInstance, ["InstancePage", "InstanceOfPage"]);
  const editing = useEditing({
    id: "instance",
    name: m.instance_form(),
    version: instance.version,
    fields: instanceWordsOf(instance),
    save: async (words, _, version) => !!(await act.run({ version, fields: sentOf(instanceFields, words) })),
  });
  const { mine, set, dirty, submit } = editing;
  const field = (name: NamesOf<typeof instanceFields, "line" | "text">, help?: string, type?: string) => (
    <SheetField {...{ name, editing, type }} fields={instanceFields} names={fieldNames} help={help} rows={3} />
  );
  return (
    <Form
      problems={act.problems.filter(({ code }) => code !== "STALE")}
      busy={act.busy}
      onSubmit={submit}
      label={m.instance_form()}
      labelOf={(name) => fieldNames[name as keyof InstanceWords]?.()}
    >
      <SavedByBoth editing={editing} labelOf={(name) => fieldNames[name]()} show={show} />
      <Part name="face">
        <div className={styles.pair}>
          {field("name")}
          <div className="flow">
            <LogoField logo={instance.logo} version={instance.version} />
          </div>
        </div>
        <AccentField value={mine.accent} onChange={(accent) => set({ accent })} />
        <Select
          name="languages"
          label={fieldNames.languages()}
          help={m.instance_languages_help()}
          value={mine.languages}
          onChange={({ currentTarget }) => set({ languages: currentTarget.value as SiteLanguages })}
        >
          {keysOf(languages).map((one) => (
            <option value={one} key={one}>
              {languages[one]()}
            </option>
          ))}
        </Select>
      </Part>
      <Part name="who">
        <div className={styles.pair}>
          {field("organiser")}
          {field("controller", m.instance_controller_help())}
        </div>
        {field("address")}
        <div className={styles.pair}>
          {field("contact", m.instance_contact_help(), "email")}
          {field("director")}
        </div>
        {field("host")}
        <p className="quiet">{m.instance_who_help()}</p>
      </Part>
      <Part name="legal">
        <LegalTexts
          words={mine}
          onChange={set}
          legalEditedOn={instance.legalEditedOn}
          privacyEditedOn={instance.privacyEditedOn}
        />
      </Part>
      <Part name="mail">
        <p>
          <b>{m.instance_field_mailServer()}</b>
          {m.ui_colon()}
          {health.mailServer ? m.instance_mailServer_set({ server: health.mailServer }) : m.instance_mailServer_none()}
        </p>
        <div className={styles.pair}>
          {field("senderName")}
          {field("senderAddress", m.instance_sender_help({ sender: health.sender }), "email")}
        </div>
        <MailTrial save={submit} />
        <Select
          name="secondFactor"
          label={fieldNames.secondFactor()}
          help={m.secondFactor_rule_help()}
          value={mine.secondFactor || "ADMINISTRATORS"}
          onChange={({ currentTarget }) => set({ secondFactor: currentTarget.value as SecondFactorRule })}
        >
          {Object.entries(ruleNames).map(([rule, name]) => (
            <option value={rule} key={rule}>
              {name()}
            </option>
          ))}
        </Select>
      </Part>
      <KeptEditing editing={editing} />
      <Failed because={act.failed} />
      {act.done && !dirty && (
        <Notice tone="done" live>
          {m.instance_saved()}
        </Notice>
      )}
      <div className="cluster">
        <Button type="submit" primary disabled={act.busy}>
          {m.instance_save()}
        </Button>
      </div>
    </Form>
  );
}

/** One of the five parts, reached from the margin. */
export function Part({ name, children }: { name: PartName; children: ReactNode }) {
  const number = Object.keys(partNames).indexOf(name) + 1;
  return (
    <section className={styles.part} id={name} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{m.instance_part_heading({ number, part: partNames[name]() })}</h2>
      {children}
    </section>
  );
}

/** A field in words, where two people changed it. */
const show = <Name extends keyof InstanceWords>(name: Name, value: InstanceWords[Name]) =>
  name === "languages"
    ? languages[value as SiteLanguages]()
    : name === "secondFactor"
      ? ruleNames[(value || "ADMINISTRATORS") as SecondFactorRule]()
      : value || "–";
