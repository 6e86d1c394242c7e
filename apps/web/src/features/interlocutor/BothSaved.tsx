import { m } from "@cahier/schema/messages";
import { useEffect, useRef } from "react";
import { monthName } from "../../i18n/dates.ts";
import { levelNames } from "../../i18n/vocabulary.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import type { useEditing } from "../../ui/useEditing.ts";
import { fieldNames, type OfficeFields } from "./fields.tsx";
import styles from "./Register.module.css";

const shown = (field: keyof OfficeFields, value: OfficeFields[keyof OfficeFields] | undefined) => {
  if (field === "months") return (value as number[]).map(monthName).join(", ") || "–";
  if (field === "level" && value) return levelNames[value as keyof typeof levelNames]();
  return String(value ?? "") || "–";
};

/** Somebody saved in between: what both changed, side by side, to choose from. Nothing that was typed goes. */
export function BothSaved({ editing }: { editing: ReturnType<typeof useEditing<OfficeFields>> }) {
  const { edited, undecided, settle } = editing;
  const ref = useRef<HTMLDivElement>(null);
  const isStale = undecided.length > 0;
  useEffect(() => {
    if (isStale) ref.current?.focus();
  }, [isStale]);
  if (!isStale) return null;
  return (
    <div ref={ref} tabIndex={-1}>
      <Card tone="open">
        <h2>{m.interlocutor_both()}</h2>
        <p>{m.interlocutor_both_lead()}</p>
        {undecided.map((field) => (
          <fieldset className={styles.both} key={field}>
            <legend>{fieldNames[field]()}</legend>
            <div>
              <b>{m.interlocutor_both_mine()}</b>
              <p className="verbatim">{shown(field, edited.mine[field])}</p>
              <Button
                small
                onClick={() => settle(field, false)}
                aria-label={m.interlocutor_both_keep({ field: fieldNames[field]() })}
              >
                {m.interlocutor_both_keep_short()}
              </Button>
            </div>
            <div>
              <b>{m.interlocutor_both_theirs()}</b>
              <p className="verbatim">{shown(field, edited.theirs[field])}</p>
              <Button
                small
                onClick={() => settle(field, true)}
                aria-label={m.interlocutor_both_take({ field: fieldNames[field]() })}
              >
                {m.interlocutor_both_take_short()}
              </Button>
            </div>
          </fieldset>
        ))}
      </Card>
    </div>
  );
}
