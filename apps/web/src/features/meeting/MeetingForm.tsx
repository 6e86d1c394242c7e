import { limits } from "@cahier/schema/limits";
import { meetingFields } from "@cahier/schema/meet/meeting.fields";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import type { RegionDepartments_territory } from "../../graphql/operations.generated.ts";
import { SavedByBoth } from "../../shared/SavedByBoth.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Fieldset, Select, TextField } from "../../ui/Field.tsx";
import { SheetField } from "../../ui/FieldFor.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptEditing } from "../../ui/KeptFields.tsx";
import type { Failure } from "../../ui/failure.ts";
import type { Problem } from "../../ui/problems.ts";
import { saidAs } from "../../ui/saidAs.ts";
import type { useEditing } from "../../ui/useEditing.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { AgendaEditor } from "./AgendaEditor.tsx";
import { fieldNames, inOrder, type MeetingWords, pointNames } from "./fields.tsx";
import styles from "./MeetingForm.module.css";
import { contentLang } from "../../i18n/content.ts";

interface Props {
  editing: ReturnType<typeof useEditing<MeetingWords>>;
  problems: readonly Problem[];
  busy: boolean;
  failed: Failure;
  /** The kinds that may be chosen: one alone is not asked. */
  kinds: readonly ("NATIONAL" | "LOCAL")[];
  regions: readonly RegionDepartments_territory[];
  /** Those where it may take place; null for all of them. */
  within: readonly { slug: string }[] | null;
  objectives: readonly { slug: string; number: number; name: string }[];
  /** Documents that may prepare it. */
  documents: readonly { slug: string; title: string }[];
  /** True where what was announced moves: why is asked. */
  moves?: boolean;
  /** True if it may be recorded afterwards, as a meeting that was held. */
  held?: { value: boolean; onChange: (held: boolean) => void } | undefined;
  onSubmit: (fields: FormData) => unknown;
  head?: ReactNode;
  foot: ReactNode;
}

type Shown = keyof typeof meetingFields;

const helps: Partial<Record<Shown, () => string>> = {
  place: m.meetingWriting_place_help,
  onlineLink: m.meetingWriting_onlineLink_help,
  relayRooms: m.meetingWriting_relayRooms_help,
  access: m.meetingWriting_access_help,
  childcare: m.meetingWriting_childcare_help,
  capacity: m.meetingWriting_capacity_help,
};

/** Form of a meeting: what it is, when, where and how to come, what it works on. */
export function MeetingForm({
  editing,
  kinds,
  regions,
  within,
  objectives,
  documents,
  moves = false,
  held,
  onSubmit,
  head,
  foot,
  ...act
}: Props) {
  const { mine, set } = editing;
  const field = (name: Exclude<Shown, "kind" | "signLanguage" | "captions">, type?: string) => (
    <SheetField
      key={name}
      {...{ name, editing, type }}
      fields={meetingFields}
      names={fieldNames}
      help={helps[name]?.()}
      rows={3}
    />
  );
  const when = (name: "day" | "from" | "until") => (
    <TextField
      name={name}
      label={fieldNames[name]()}
      type={name === "day" ? "date" : "time"}
      value={mine[name]}
      onChange={({ currentTarget: { value } }) => set({ [name]: value })}
    />
  );
  const tick = (name: "signLanguage" | "captions") => (
    <label>
      <input
        type="checkbox"
        checked={mine[name]}
        onChange={({ currentTarget: { checked } }) => set({ [name]: checked })}
      />
      {fieldNames[name]()}
    </label>
  );
  const choices = (name: "objectives" | "documents", among: readonly { slug: string; said: string }[]) =>
    among.length > 0 && (
      <Fieldset name={name} legend={fieldNames[name]()} optional>
        <div className={styles.ticks}>
          {among.map(({ slug, said }) => (
            <label key={slug}>
              <input
                type="checkbox"
                checked={mine[name].includes(slug)}
                onChange={({ currentTarget: { checked } }) =>
                  set({ [name]: checked ? [...mine[name], slug] : mine[name].filter((one) => one !== slug) })
                }
              />
              <span lang={contentLang()}>{said}</span>
            </label>
          ))}
        </div>
      </Fieldset>
    );
  return (
    <Form
      problems={saidAs(inOrder(act.problems.filter(({ code }) => code !== "STALE")), {
        IN_THE_PAST: m.meetingWriting_problem_IN_THE_PAST,
        NOT_YET: m.meetingWriting_problem_NOT_YET,
      })}
      busy={act.busy}
      onSubmit={onSubmit}
      label={m.meetingWriting_form()}
      labelOf={labelOf}
    >
      <SavedByBoth editing={editing} labelOf={(name) => fieldNames[name]()} show={show} />
      {head}
      {kinds.length > 1 && (
        <Select
          name="kind"
          label={fieldNames.kind()}
          value={mine.kind}
          onChange={(event) => set({ kind: event.currentTarget.value as MeetingWords["kind"] })}
        >
          {kinds.map((kind) => (
            <option value={kind} key={kind}>
              {kind === "LOCAL" ? m.meetingWriting_kind_LOCAL() : m.meetingWriting_kind_NATIONAL()}
            </option>
          ))}
        </Select>
      )}
      {field("title")}
      {field("purpose")}
      <h2>{m.meetingWriting_when()}</h2>
      <div className={styles.when}>
        {when("day")}
        {when("from")}
        {when("until")}
      </div>
      <p className="quiet">{m.meetingWriting_hours_help()}</p>
      {held && (
        <div className={styles.ticks}>
          <label>
            <input
              type="checkbox"
              checked={held.value}
              onChange={({ currentTarget: { checked } }) => held.onChange(checked)}
            />
            {m.meetingWriting_held()}
          </label>
        </div>
      )}
      <h2>{m.meetingWriting_where()}</h2>
      <Select
        name="territory"
        label={fieldNames.territory()}
        optional={mine.kind !== "LOCAL"}
        help={m.meetingWriting_territory_help()}
        value={mine.territory}
        onChange={(event) => set({ territory: event.currentTarget.value })}
      >
        <option value="">
          {mine.kind === "LOCAL" ? m.meetingWriting_choose() : m.meetingWriting_territory_none()}
        </option>
        {regions.map(({ slug: whole, name: region, departments }) => {
          const places = [{ slug: whole, name: m.questionnaire_whole_territory({ region }) }, ...departments].filter(
            ({ slug }) => within?.some((place) => place.slug === slug) ?? true,
          );
          return (
            places.length > 0 && (
              <optgroup label={region} key={whole}>
                {places.map(({ slug, name }) => (
                  <option value={slug} key={slug}>
                    {name}
                  </option>
                ))}
              </optgroup>
            )
          );
        })}
      </Select>
      {field("place")}
      {field("onlineLink", "url")}
      {field("relayRooms")}
      {field("capacity")}
      {moves && (
        <WritingArea
          name="reason"
          label={fieldNames.reason()}
          help={m.meetingWriting_reason_help()}
          rows={2}
          maxLength={limits["meeting.reason"]}
          value={mine.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      )}
      <h2>{m.meetingWriting_how()}</h2>
      {field("access")}
      {field("childcare")}
      <Fieldset name="offered" legend={m.meetingWriting_offered()} optional>
        <div className={styles.ticks}>
          {tick("signLanguage")}
          {tick("captions")}
        </div>
      </Fieldset>
      <h2>{m.meetingWriting_work()}</h2>
      {choices(
        "objectives",
        objectives.map((one) => ({ slug: one.slug, said: `${one.number}. ${one.name}` })),
      )}
      {choices(
        "documents",
        documents.map(({ slug, title }) => ({ slug, said: title })),
      )}
      <AgendaEditor words={mine} onChange={(agenda) => set({ agenda })} />
      <KeptEditing editing={editing} />
      <Failed because={act.failed} />
      {foot}
    </Form>
  );
}

/** Words of a field, those of a point of the agenda with its number. */
function labelOf(field: string): string | undefined {
  const [, at, name] = /^agenda\.(\d+)\.(\w+)$/.exec(field) ?? [];
  if (at === undefined) return fieldNames[field as keyof MeetingWords]?.();
  const point = m.meetingWriting_point({ number: Number(at) + 1 });
  return `${point}, ${pointNames[name as keyof typeof pointNames]()}`;
}

/** A field in words, where two people changed it. */
function show<Name extends keyof MeetingWords>(name: Name, value: MeetingWords[Name]): string {
  if (name === "agenda")
    return (value as MeetingWords["agenda"])
      .map(({ title, minutes }) => `${title}, ${m.meeting_minutes_count({ count: Number(minutes) || 0 })}`)
      .join("\n");
  if (Array.isArray(value)) return value.join("\n");
  return typeof value === "boolean" ? (value ? "✓" : "–") : (value as string) || "–";
}
