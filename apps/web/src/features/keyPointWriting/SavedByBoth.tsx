import { m } from "@cahier/schema/messages";
import { useEffect, useId, useRef } from "react";
import { BothValues } from "../../ui/BothValues.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { useEditing } from "../../ui/useEditing.ts";
import styles from "./KeyPointWriting.module.css";

interface Props<Fields extends object> {
  editing: ReturnType<typeof useEditing<Fields>>;
  labelOf: (field: keyof Fields) => string;
  show: (field: keyof Fields, value: unknown) => string;
}

/** Concurrent edit: fields only they changed are taken; fields both changed are shown side by side, to choose from. */
export function SavedByBoth<Fields extends object>({ editing, labelOf, show }: Props<Fields>) {
  const { edited, undecided, settle } = editing;
  const id = useId();
  const ref = useRef<HTMLElement>(null);
  const stale = undecided.length > 0;
  useEffect(() => {
    if (stale) ref.current?.focus();
  }, [stale]);
  const taken = edited.taken.length > 0 && (
    <Notice live>{m.keyPointWriting_taken({ fields: edited.taken.map(labelOf).join(", ") })}</Notice>
  );
  if (!stale) return taken;
  return (
    <section className="flow" ref={ref} tabIndex={-1} aria-labelledby={id}>
      <p id={id}>{m.keyPointWriting_both()}</p>
      {taken}
      {undecided.map((field) => (
        <fieldset className={styles.both} key={String(field)}>
          <legend>{labelOf(field)}</legend>
          <BothValues
            field={labelOf(field)}
            mine={show(field, edited.mine[field])}
            theirs={show(field, edited.theirs[field])}
            settle={(take) => settle(field, take)}
          />
        </fieldset>
      ))}
    </section>
  );
}
