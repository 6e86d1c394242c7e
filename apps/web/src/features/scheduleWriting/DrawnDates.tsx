import { m } from "@cahier/schema/messages";
import { formatDate } from "../../i18n/dates.ts";
import styles from "./ScheduleWriting.module.css";
import type { StripStep } from "./Strip.tsx";

interface Row {
  on: string;
  title: string;
  note: string | null;
  meets: boolean;
}

/** The dates of a calendar, for a telephone: what opens on the day of a meeting is told with it, and what circulates with what closes. */
export const DrawnDates = ({ steps }: { steps: readonly StripStep[] }) => (
  <ol className={`${styles.steps} ${styles.drawn}`} aria-label={m.scheduleWriting_list()}>
    {rowsOf(steps).map(({ on, title, note, meets }) => (
      <li key={`${on}${title}`} data-meeting={meets || undefined}>
        <time dateTime={on}>{formatDate(on, "short")}</time>
        <div>
          <b>{title}</b>
          {note && <small>{note}</small>}
        </div>
      </li>
    ))}
  </ol>
);

function rowsOf(steps: readonly StripStep[]): Row[] {
  const of = (kind: StripStep["kind"]) => steps.filter((step) => step.kind === kind);
  const meetings = [...of("MEETING"), ...of("PRESENTATION")];
  const opened = of("ONLINE_EXCHANGE");
  const rows = steps.flatMap((step): Row[] => {
    const { kind, label, startsOn: on, endsOn, objective } = step;
    const number = objective?.number ?? 0;
    if (meetings.includes(step)) {
      const opens = opened.find(({ startsOn }) => startsOn === on)?.objective;
      return [
        { on, title: label, note: opens ? m.scheduleWriting_opens({ number: opens.number }) : null, meets: true },
      ];
    }
    if (kind === "ONLINE_EXCHANGE" && objective) {
      const circulates = of("CHECKPOINT").find((it) => it.objective?.id === objective.id)?.startsOn;
      const note = circulates ? m.scheduleWriting_circulates({ date: formatDate(circulates, "short") }) : null;
      const closes = { on: endsOn, title: m.scheduleWriting_closes({ number }), note, meets: false };
      if (meetings.some(({ startsOn }) => startsOn === on)) return [closes];
      return [{ on, title: m.scheduleWriting_opens({ number }), note: null, meets: false }, closes];
    }
    if (kind === "CHECKPOINT" && opened.some((it) => objective && it.objective?.id === objective.id)) return [];
    const until = on === endsOn ? null : m.scheduleWriting_until({ date: formatDate(endsOn, "short") });
    return [{ on, title: label, note: until, meets: false }];
  });
  return rows.toSorted((one, other) => one.on.localeCompare(other.on));
}
