import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import type {
  HolidayKind,
  HolidaysPage,
  RemoveHoliday,
  RemoveHolidayVariables,
  WriteHoliday,
  WriteHolidayVariables,
} from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { keptKey } from "../../ui/keptKey.ts";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { sayScheduleProblems } from "./scheduleProblems.ts";
import { holidayPeriod } from "./holiday.fragment.tsx";
import { datesIn } from "./StepFields.tsx";
import styles from "./ScheduleWriting.module.css";

sayScheduleProblems();

const writeHoliday: TypedDocumentNode<WriteHoliday, WriteHolidayVariables> = gql`
  mutation WriteHoliday($input: WriteHolidayInput!) {
    writeHoliday(input: $input) {
      ...Form_outcome @unmask
      holiday {
        ...Holiday_period @unmask
        version
      }
      current {
        ...Holiday_period @unmask
        version
      }
    }
  }
  ${Form.fragment}
  ${holidayPeriod}
`;

const removeHoliday: TypedDocumentNode<RemoveHoliday, RemoveHolidayVariables> = gql`
  mutation RemoveHoliday($input: RemoveHolidayInput!) {
    removeHoliday(input: $input) {
      ...Form_outcome @unmask
      current {
        id
        name
        version
      }
    }
  }
  ${Form.fragment}
`;

const named = (holiday?: { name: string; zone: string | null }) => {
  if (!holiday) return m.scheduleWriting_holiday_add();
  return holiday.zone ? m.scheduleWriting_zone({ name: holiday.name, zone: holiday.zone }) : holiday.name;
};

const kinds: Record<HolidayKind, () => string> = {
  SCHOOL: m.scheduleWriting_holiday_kind_SCHOOL,
  ELECTION: m.scheduleWriting_holiday_kind_ELECTION,
  OTHER: m.scheduleWriting_holiday_kind_OTHER,
};

/** Days on which few people come: new ones, or those that are there. */
export function HolidayForm({ holiday }: { holiday?: HolidaysPage["holidays"][number] }) {
  const act = useAct(writeHoliday, ["HolidaysPage"]);
  const remove = useAct(removeHoliday, ["HolidaysPage"]);
  const id = useRef(holiday?.id);
  const [count, setCount] = useState(0);
  const kept = `holiday:${holiday?.id ?? "new"}`;
  const given = (fields: FormData, name: string) => (fields.get(name) as string | null) ?? "";
  const send = (fields: FormData) => {
    const said = {
      name: given(fields, "name"),
      kind: given(fields, "kind") as HolidayKind,
      zone: given(fields, "zone") || null,
      ...datesIn(fields),
    };
    // Refused, perhaps as other words left under that key before: these are other days.
    if (!holiday && act.problems.length > 0) id.current = undefined;
    id.current ??= keptKey(kept, said);
    return act.run({ id: id.current, version: holiday?.version ?? 0, ...said });
  };
  return (
    <>
      <KeptForm
        kept={kept}
        version={holiday?.version}
        problems={act.problems}
        busy={act.busy}
        label={named(holiday)}
        onSubmit={send}
        onSent={() => {
          if (holiday) return;
          id.current = undefined;
          setCount(count + 1);
        }}
        key={count}
      >
        <div className={styles.dates}>
          <TextField
            name="name"
            label={m.scheduleWriting_holiday_name()}
            defaultValue={holiday?.name}
            maxLength={limits["holiday.name"]}
          />
          <Select name="kind" label={m.scheduleWriting_kind()} defaultValue={holiday?.kind ?? "SCHOOL"}>
            {(Object.keys(kinds) as HolidayKind[]).map((kind) => (
              <option value={kind} key={kind}>
                {kinds[kind]()}
              </option>
            ))}
          </Select>
          <TextField
            name="zone"
            optional
            label={m.scheduleWriting_holiday_zone()}
            defaultValue={holiday?.zone ?? ""}
            maxLength={limits["holiday.zone"]}
          />
          <TextField name="startsOn" type="date" label={m.scheduleWriting_starts()} defaultValue={holiday?.startsOn} />
          <TextField name="endsOn" type="date" label={m.scheduleWriting_ends()} defaultValue={holiday?.endsOn} />
        </div>
        <Failed because={act.failed} />
        {act.done && (
          <Notice tone="done" live>
            {m.scheduleWriting_holiday_saved()}
          </Notice>
        )}
        <div className="cluster">
          <Button type="submit" small={!!holiday}>
            {holiday ? m.scheduleWriting_words_save() : m.scheduleWriting_holiday_add()}
          </Button>
          {holiday && (
            <Button
              small
              disabled={remove.busy}
              onClick={() => void remove.run({ id: holiday.id, version: holiday.version })}
            >
              {m.scheduleWriting_holiday_remove()}
            </Button>
          )}
        </div>
      </KeptForm>
      <Failed because={remove.failed} />
    </>
  );
}
