import { m } from "@cahier/schema/messages";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { useEditing } from "../../ui/useEditing.ts";
import { OneValue } from "../../ui/BothValues.tsx";

interface Props<Fields extends object> {
  editing: ReturnType<typeof useEditing<Fields>>;
  /** Label of a field. */
  labelOf: (field: keyof Fields) => string;
  /** Value of a field in words. */
  show: (field: keyof Fields, value: unknown) => ReactNode;
}

/**
 * Somebody saved in between. Fields only they changed were taken; fields both changed are shown side by side, and one chooses,
 * field by field or at once. Nothing that was typed goes.
 */
export function Stale<Fields extends object>({ editing, labelOf, show }: Props<Fields>) {
  const { edited, undecided, settle } = editing;
  const id = useId();
  const ref = useRef<HTMLElement>(null);
  const count = undecided.length;
  const stale = count > 0;
  useEffect(() => {
    if (stale) ref.current?.focus();
  }, [stale]);
  const taken = edited.taken.length > 0 && (
    <p>
      {m.questionnaireWriting_stale_taken()} {edited.taken.map((field) => labelOf(field)).join(", ")}.
    </p>
  );
  if (!count) return taken ? <Notice live>{taken}</Notice> : null;
  const all = (take: boolean) => undecided.forEach((field) => settle(field, take));
  return (
    <section className="questionnaireWriting-stale" ref={ref} tabIndex={-1} aria-labelledby={id}>
      <h3 id={id}>{m.questionnaireWriting_stale_title()}</h3>
      <p>{m.questionnaireWriting_stale_lead()}</p>
      {taken}
      {undecided.map((field) => (
        <fieldset className="questionnaireWriting-both" key={String(field)}>
          <legend>{labelOf(field)}</legend>
          <OneValue
            name={m.questionnaireWriting_stale_mine()}
            act={m.questionnaireWriting_stale_keep()}
            field={labelOf(field)}
            value={show(field, edited.mine[field])}
            onKeep={() => settle(field, false)}
          />
          <OneValue
            name={m.questionnaireWriting_stale_theirs()}
            act={m.questionnaireWriting_stale_take()}
            field={labelOf(field)}
            value={show(field, edited.theirs[field])}
            onKeep={() => settle(field, true)}
          />
        </fieldset>
      ))}
      {count > 1 && (
        <p className="cluster">
          <Button small onClick={() => all(false)}>
            {m.questionnaireWriting_stale_keep_all()}
          </Button>
          <Button small onClick={() => all(true)}>
            {m.questionnaireWriting_stale_take_all()}
          </Button>
        </p>
      )}
    </section>
  );
}
