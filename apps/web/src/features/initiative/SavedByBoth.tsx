import { m } from "@cahier/schema/messages";
import { BothValues } from "../../ui/BothValues.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { useEditing } from "../../ui/useEditing.ts";
import type { SheetWords } from "./fields.tsx";

interface Props {
  editing: ReturnType<typeof useEditing<SheetWords>>;
  labelOf: (field: string) => string;
  /** Value of a field in words. */
  show: (field: string, value: string) => string;
}

/** Concurrent edit: fields only they changed are taken; fields both changed are shown side by side, to choose from. */
export function SavedByBoth({ editing: { edited, undecided, settle }, labelOf, show }: Props) {
  const taken = edited.taken.length > 0 && (
    <Notice live>{m.keyPointWriting_taken({ fields: edited.taken.map(labelOf).join(", ") })}</Notice>
  );
  if (!undecided.length) return taken;
  return (
    <Notice tone="warn" live>
      <p>{m.keyPointWriting_both()}</p>
      {taken}
      {undecided.map((field) => (
        <fieldset className="flow" key={field}>
          <legend>
            <b>{labelOf(field)}</b>
          </legend>
          <BothValues
            field={labelOf(field)}
            mine={show(field, edited.mine[field]!)}
            theirs={show(field, edited.theirs[field]!)}
            settle={(take) => settle(field, take)}
          />
        </fieldset>
      ))}
    </Notice>
  );
}
