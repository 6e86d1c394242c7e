import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { numberFrom } from "@cahier/schema/typed";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Fieldset, TextField } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { newKey } from "../../ui/key.ts";
import { fieldNames, type MeetingWords, type PointWords, pointNames } from "./fields.tsx";
import styles from "./MeetingForm.module.css";

interface Props {
  words: MeetingWords;
  onChange: (agenda: readonly PointWords[]) => void;
}

const noPoint = { isNew: true, title: "", minutes: "", detail: "", lead: "" };

/** The points of an agenda: added, reordered by buttons, removed; their sum stands beside the length of the meeting. */
export function AgendaEditor({ words, onChange }: Props) {
  const { agenda } = words;
  const ref = useRef<HTMLDivElement>(null);
  const [moved, setMoved] = useState<{ focus: string; at: number | null } | null>(null);
  // A node that changes places loses the focus: it goes back to the button that was pressed, or beside it at an end.
  useEffect(() => {
    const found = moved && ref.current?.querySelector<HTMLElement>(`[data-act="${moved.focus}"]`);
    const usable = found?.matches(":disabled")
      ? (found.parentElement?.querySelector("button:enabled") ?? found)
      : found;
    (usable as HTMLElement | null)?.focus();
  }, [moved]);
  const change = (at: number, more: Partial<PointWords>) =>
    onChange(agenda.map((point, place) => (place === at ? { ...point, ...more } : point)));
  const move = (at: number, by: 1 | -1) => {
    const turned = [...agenda];
    turned.splice(at + by, 0, ...turned.splice(at, 1));
    onChange(turned);
    setMoved({ focus: `${agenda[at]!.key} ${by}`, at: at + by + 1 });
  };
  const add = () => {
    const key = newKey();
    onChange([...agenda, { key, ...noPoint }]);
    setMoved({ focus: `${key} title`, at: null });
  };
  const remove = (at: number) => {
    onChange(agenda.filter((_, place) => place !== at));
    setMoved({ focus: "add", at: null });
  };
  return (
    <div ref={ref}>
      <Fieldset name="agenda" legend={fieldNames.agenda()} optional>
        <ol className={styles.points}>
          {agenda.map((point, at) => (
            <li key={point.key}>
              <div className="cluster">
                <b>{m.meetingWriting_point({ number: at + 1 })}</b>
                <span className={styles.moves}>
                  <Button
                    small
                    data-act={`${point.key} -1`}
                    disabled={at === 0}
                    onClick={() => move(at, -1)}
                    aria-label={m.meetingWriting_point_up({ number: at + 1 })}
                  >
                    <Icon name="up" />
                  </Button>
                  <Button
                    small
                    data-act={`${point.key} 1`}
                    disabled={at === agenda.length - 1}
                    onClick={() => move(at, 1)}
                    aria-label={m.meetingWriting_point_down({ number: at + 1 })}
                  >
                    <Icon name="down" />
                  </Button>
                  <Button
                    small
                    onClick={() => remove(at)}
                    aria-label={m.meetingWriting_point_remove({ number: at + 1 })}
                  >
                    <Icon name="cross" />
                  </Button>
                </span>
              </div>
              {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset is not laid out as a grid of its own */}
              <div className={styles.point} role="group" aria-label={m.meetingWriting_point({ number: at + 1 })}>
                <TextField
                  name={`agenda.${at}.title`}
                  data-act={`${point.key} title`}
                  label={pointNames.title()}
                  maxLength={limits["agendaItem.title"]}
                  value={point.title}
                  onChange={({ currentTarget: { value } }) => change(at, { title: value })}
                />
                <TextField
                  name={`agenda.${at}.minutes`}
                  label={pointNames.minutes()}
                  inputMode="numeric"
                  maxLength={3}
                  value={point.minutes}
                  onChange={({ currentTarget: { value } }) => change(at, { minutes: value })}
                />
                <TextField
                  name={`agenda.${at}.detail`}
                  label={pointNames.detail()}
                  optional
                  maxLength={limits["agendaItem.detail"]}
                  value={point.detail}
                  onChange={({ currentTarget: { value } }) => change(at, { detail: value })}
                />
                <TextField
                  name={`agenda.${at}.lead`}
                  label={pointNames.lead()}
                  optional
                  maxLength={limits["agendaItem.lead"]}
                  value={point.lead}
                  onChange={({ currentTarget: { value } }) => change(at, { lead: value })}
                />
              </div>
            </li>
          ))}
        </ol>
        <p className="cluster">
          <Button small onClick={add} data-act="add">
            <Icon name="plus" size={18} /> {m.meetingWriting_point_add()}
          </Button>
          {agenda.length > 0 && <output>{sumOf(words)}</output>}
        </p>
        <output className="visually-hidden">
          {moved?.at && m.meetingWriting_point_moved({ number: moved.at, count: agenda.length })}
        </output>
      </Fieldset>
    </div>
  );
}

/** Minutes of a clock; NaN while it is not one. */
const minutesOf = (hour: string) => {
  const [hours, minutes] = hour.split(":").map(Number);
  return hours! * 60 + minutes!;
};

/** The sum of the points, beside the length of the meeting once both its hours are known. */
function sumOf({ agenda, from, until }: MeetingWords): string {
  const minutes = agenda.reduce((sum, point) => sum + (numberFrom(point.minutes) || 0), 0);
  const length = minutesOf(until) - minutesOf(from);
  if (!(length > 0)) return m.meetingWriting_sum({ minutes });
  if (minutes === length) return m.meetingWriting_sum_full({ minutes });
  return minutes < length
    ? m.meetingWriting_sum_of({ minutes, length, left: length - minutes })
    : m.meetingWriting_sum_over({ minutes, length, over: minutes - length });
}
