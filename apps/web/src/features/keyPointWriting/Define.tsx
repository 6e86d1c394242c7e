import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Choices, RadioCard } from "../../ui/Choice.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Fieldset, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptEditing } from "../../ui/KeptFields.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Swatch, swatches, swatchName } from "./Swatch.tsx";
import { useAct } from "../../ui/useAct.ts";
import { useEditing } from "../../ui/useEditing.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { defineKeyPoint, page } from "./keyPoint.mutations.tsx";
import { SavedByBoth } from "./SavedByBoth.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { NatureSelect } from "./NewKeyPoint.tsx";
import type { Opened } from "./panel.tsx";

/** Its names, where there is little room. */
const lines = ["shortName", "phoneName"] as const;

/** The words of a key point that are written at length. */
const texts = ["definition", "included", "excluded", "example"] as const;

export const fieldNames = {
  sentence: m.reading_sentence,
  shortName: m.keyPointWriting_short_name,
  phoneName: m.keyPointWriting_phone_name,
  nature: m.reading_nature,
  definition: m.keyPointWriting_definition,
  included: m.keyPointWriting_included,
  excluded: m.keyPointWriting_excluded,
  example: m.keyPointWriting_example,
  color: m.keyPointWriting_color,
} as const;

const helps = {
  shortName: m.keyPointWriting_short_name_help,
  phoneName: m.keyPointWriting_phone_name_help,
  definition: m.keyPointWriting_definition_help,
  excluded: m.keyPointWriting_excluded_help,
} as const;

/** Rewords and defines a key point; what others saved meanwhile comes under what is typed. */
export function Define({ keyPoint }: { keyPoint: Opened }) {
  const { id, version, sentence, nature, color } = keyPoint;
  const act = useAct(defineKeyPoint, page);
  const written = Object.fromEntries(texts.map((field) => [field, keyPoint[field] ?? ""])) as Record<
    (typeof texts)[number],
    string
  >;
  const names = { shortName: keyPoint.shortName ?? "", phoneName: keyPoint.phoneName ?? "" };
  const editing = useEditing({
    id: `key-point-${id}`,
    name: sentence,
    version,
    fields: { sentence, ...names, nature, ...written, color },
    save: async (fields, changed, at) => {
      const input = Object.fromEntries(changed.map((field) => [field, fields[field] || null]));
      return !!(await act.run({ ...input, id, version: at, sentence: fields.sentence, nature: fields.nature }));
    },
  });
  const { mine, set } = editing;
  const [began] = useState(editing.dirty);
  const show = (field: keyof typeof mine, value: unknown) => {
    if (field === "nature") return natureNames[value as Opened["nature"]]();
    if (field === "color")
      return value ? swatchName(value as NonNullable<Opened["color"]>) : m.keyPointWriting_no_color();
    return (value as string | null) || m.keyPointWriting_nothing();
  };
  return (
    <Disclosure summary={m.keyPointWriting_define()} open={began}>
      <Form problems={act.problems} busy={act.busy} onSubmit={() => void editing.submit()}>
        <SavedByBoth editing={editing} labelOf={(field) => fieldNames[field]()} show={show} />
        <TextField
          name="sentence"
          label={m.reading_sentence()}
          value={mine.sentence}
          maxLength={limits["keyPoint.sentence"]}
          onChange={(event) => set({ sentence: event.currentTarget.value })}
        />
        {lines.map((field) => (
          <TextField
            name={field}
            label={fieldNames[field]()}
            help={helps[field]()}
            optional
            value={mine[field]}
            maxLength={limits[`keyPoint.${field}`]}
            onChange={(event) => set({ [field]: event.currentTarget.value })}
            key={field}
          />
        ))}
        <NatureSelect value={mine.nature} onChange={(now) => set({ nature: now })} />
        {texts.map((field) => (
          <WritingArea
            name={field}
            label={fieldNames[field]()}
            help={field in helps ? helps[field as keyof typeof helps]() : undefined}
            optional
            rows={3}
            maxLength={limits[`keyPoint.${field}`]}
            value={mine[field]}
            onChange={(event) => set({ [field]: event.currentTarget.value })}
            key={field}
          />
        ))}
        <Fieldset name="color" legend={m.keyPointWriting_color()} help={m.keyPointWriting_color_help()}>
          <Choices>
            {[null, ...swatches].map((one) => (
              <RadioCard
                name="color"
                checked={mine.color === one}
                onChange={() => set({ color: one })}
                label={
                  one ? (
                    <span className="cluster">
                      <Swatch color={one} hidden /> {swatchName(one)}
                    </span>
                  ) : (
                    m.keyPointWriting_no_color()
                  )
                }
                key={one ?? ""}
              />
            ))}
          </Choices>
        </Fieldset>
        {act.done && !editing.dirty && (
          <Notice tone="done" live>
            {m.keyPointWriting_saved()}
          </Notice>
        )}
        <KeptEditing editing={editing} />
        <Failed because={act.failed} />
        <div className="cluster">
          <Button type="submit" small disabled={editing.undecided.length > 0}>
            {m.keyPointWriting_save()}
          </Button>
          {editing.dirty && (
            <Button small onClick={editing.revert}>
              {m.keyPointWriting_revert()}
            </Button>
          )}
        </div>
      </Form>
    </Disclosure>
  );
}
