import { leastWeeks, mostWeeks } from "@cahier/schema/calendar/draw";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { LaunchedGroup } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { launchDraw } from "./launch.mutations.tsx";
import styles from "./Launch.module.css";
import { LaunchFoot } from "./LaunchFrame.tsx";
import { useGroupEditing } from "./useGroupEditing.ts";

const weeksToChoose = Array.from({ length: mostWeeks - leastWeeks + 1 }, (_, index) => leastWeeks + index);

/** Second screen: the final date, and the calendar drawn back from it. */
export function CalendarStep({ group, today }: { group: LaunchedGroup; today: string }) {
  const { act, next } = useGroupEditing(group, {}, () => ({}), 3);
  const draw = useAct(launchDraw);
  const [lastDay, setLastDay] = useState(group.finalOn ?? "");
  const [weeks, setWeeks] = useState(group.objectives.length > 1 ? 5 : leastWeeks);
  return (
    <>
      <Form
        problems={draw.problems}
        busy={draw.busy}
        label={m.launch_calendar()}
        onSubmit={() => draw.run({ group: group.slug, version: group.scheduleVersion, lastDay, weeks })}
      >
        <TextField
          name="lastDay"
          type="date"
          label={m.launch_final()}
          help={lastDay ? formatDate(lastDay, "long") : undefined}
          min={today}
          value={lastDay}
          onChange={({ currentTarget: { value } }) => setLastDay(value)}
        />
        <Select
          name="weeks"
          label={m.launch_weeks()}
          value={weeks}
          onChange={({ currentTarget: { value } }) => setWeeks(Number(value))}
        >
          {weeksToChoose.map((count) => (
            <option value={count} key={count}>
              {m.launch_weeks_count({ count })}
            </option>
          ))}
        </Select>
        {draw.failed && <Notice tone="warn">{m.launch_not_saved()}</Notice>}
        <Button type="submit">{m.launch_draw()}</Button>
      </Form>
      <h2>{m.launch_calendar()}</h2>
      <ol className={styles.lines}>
        {group.milestones.map(({ id, label, startsOn, endsOn }) => (
          <li key={id} className={styles.line}>
            <Icon name="calendar" size={20} />
            <b>
              {startsOn === endsOn
                ? formatDate(startsOn, "short")
                : m.launch_dates({ from: formatDate(startsOn, "short"), to: formatDate(endsOn, "short") })}
            </b>
            <span lang={contentLang()}>{label}</span>
          </li>
        ))}
      </ol>
      <Form
        problems={act.problems}
        busy={act.busy}
        label={m.launch_step_calendar()}
        onSubmit={() => void next("objectives")}
      >
        {act.failed && <Notice tone="warn">{m.launch_not_saved()}</Notice>}
        <LaunchFoot saved={lastDay === group.finalOn}>
          <Button type="submit" primary>
            {m.launch_to_objectives()} <Icon name="arrow" />
          </Button>
          <ButtonLink to={paths.groupLaunch(group.slug, "theme")}>{m.launch_back()}</ButtonLink>
        </LaunchFoot>
      </Form>
    </>
  );
}
