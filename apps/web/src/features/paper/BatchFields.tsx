import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { fieldSentence, type Problem } from "../../ui/problems.ts";
import styles from "./Paper.module.css";
import type { Written } from "./unsent.ts";
import { isDayTyped } from "./written.ts";

interface Props {
  written: Written;
  editions: readonly { revision: number; printedUntil: string | null }[];
  meetings: readonly { id: string; title: string; place: string }[];
  /** Problems of the sheet once it was sent. */
  refused: readonly Problem[];
  today: string;
  onHead: (name: string, value: string) => void;
  onRevision: (revision: number) => void;
}

/** Fields of a batch of sheets: typed once, kept from one sheet to the next. */
export function BatchFields({ written, editions, meetings, refused, today, onHead, onRevision }: Props) {
  const { kind, head, revision } = written;
  const wrong: Problem[] =
    head["receivedOn"] && !isDayTyped(head["receivedOn"], today) ? [{ code: "NOT_A_DATE", field: "receivedOn" }] : [];
  const line = (name: string, label: string, maxLength?: number) => {
    const id = `entry-${name}`;
    const problem = [...wrong, ...refused].find(({ field }) => field === name);
    return (
      <Labelled label={label} of={id}>
        <input
          id={id}
          name={name}
          value={head[name] ?? ""}
          maxLength={maxLength}
          autoComplete="off"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem && `${id}-wrong`}
          onChange={({ currentTarget }) => onHead(name, currentTarget.value)}
        />
        {problem && (
          <span className={styles.problem} id={`${id}-wrong`}>
            {fieldSentence(problem, false)}
          </span>
        )}
      </Labelled>
    );
  };
  return (
    <fieldset className={styles.sticky} aria-label={m.paper_for_batch()}>
      {kind === "SHEET" && line("batch", m.paper_batch(), limits["paper.batch"])}
      {kind === "SHEET" && line("receivedOn", m.paper_received())}
      {kind === "MEETING" && meetings.length > 0 && (
        <Labelled label={m.paper_meeting()}>
          <select
            name="meetingId"
            value={head.meetingId ?? ""}
            onChange={({ currentTarget }) => onHead("meetingId", currentTarget.value)}
          >
            <option value="">{m.paper_meeting_other()}</option>
            {meetings.map(({ id, title, place }) => (
              <option lang={contentLang()} value={id} key={id}>
                {`${title}, ${place}`}
              </option>
            ))}
          </select>
        </Labelled>
      )}
      {line("collectedBy", m.paper_collected(), limits["paper.collectedBy"])}
      {kind === "SHEET" && editions.length > 1 && (
        <Labelled label={m.paper_edition()}>
          <select
            name="revision"
            value={revision}
            onChange={({ currentTarget }) => onRevision(Number(currentTarget.value))}
          >
            {editions.map((edition) => (
              <option value={edition.revision} key={edition.revision}>
                {edition.printedUntil
                  ? m.paper_edition_before({ date: formatDate(edition.printedUntil) })
                  : m.paper_edition_now()}
              </option>
            ))}
          </select>
        </Labelled>
      )}
    </fieldset>
  );
}

const Labelled = ({ label, of, children }: { label: string; of?: string; children: ReactNode }) => (
  // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the control is inside
  <label>
    <span data-label-of={of}>{label}</span>
    {children}
  </label>
);
