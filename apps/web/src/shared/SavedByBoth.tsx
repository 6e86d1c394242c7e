import { m } from "@cahier/schema/messages";
import { BothValues } from "../ui/BothValues.tsx";
import { Notice } from "../ui/Notice.tsx";
import type { useEditing } from "../ui/useEditing.ts";

interface Props<Fields extends object> {
  editing: ReturnType<typeof useEditing<Fields>>;
  labelOf: (field: keyof Fields & string) => string;
  /** Value of a field in words. */
  show: <Name extends keyof Fields & string>(field: Name, value: Fields[Name]) => string;
}

/** Concurrent edit: fields only they changed are taken; fields both changed are shown side by side, to choose from. */
export function SavedByBoth<Fields extends object>({
  editing: { edited, undecided, settle },
  labelOf,
  show,
}: Props<Fields>) {
  const taken = edited.taken.length > 0 && (
    <Notice live>
      {m.keyPointWriting_taken({ fields: (edited.taken as (keyof Fields & string)[]).map(labelOf).join(", ") })}
    </Notice>
  );
  if (!undecided.length) return taken;
  return (
    <Notice tone="warn" live>
      <p>{m.keyPointWriting_both()}</p>
      {taken}
      {(undecided as (keyof Fields & string)[]).map((field) => (
        <fieldset className="flow" key={field}>
          <legend>
            <b>{labelOf(field)}</b>
          </legend>
          <BothValues
            field={labelOf(field)}
            mine={show(field, edited.mine[field])}
            theirs={show(field, edited.theirs[field] as Fields[typeof field])}
            settle={(take) => settle(field, take)}
          />
        </fieldset>
      ))}
    </Notice>
  );
}
