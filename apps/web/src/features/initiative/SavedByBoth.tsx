import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
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
          <Side name={m.keyPointWriting_mine()} text={show(field, edited.mine[field]!)}>
            <Button small onClick={() => settle(field, false)}>
              {m.keyPointWriting_keep_mine()}
              <Of field={labelOf(field)} />
            </Button>
          </Side>
          <Side name={m.keyPointWriting_theirs()} text={show(field, edited.theirs[field]!)}>
            <Button small onClick={() => settle(field, true)}>
              {m.keyPointWriting_take_theirs()}
              <Of field={labelOf(field)} />
            </Button>
          </Side>
        </fieldset>
      ))}
    </Notice>
  );
}

const Side = ({ name, text, children }: { name: string; text: string; children: ReactNode }) => (
  <div>
    <b>{name}</b>
    <p className="verbatim">{text}</p>
    {children}
  </div>
);

const Of = ({ field }: { field: string }) => (
  <span className="visually-hidden">
    {m.ui_colon()}
    {field}
  </span>
);
