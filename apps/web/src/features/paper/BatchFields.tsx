import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { formatDate } from "../../i18n/dates.ts";
import styles from "./Paper.module.css";
import type { Written } from "./unsent.ts";
import { contentLang } from "../../i18n/content.ts";

interface Props {
  written: Written;
  editions: readonly { revision: number; printedUntil: string | null }[];
  meetings: readonly { id: string; title: string; place: string }[];
  onHead: (name: string, value: string) => void;
  onRevision: (revision: number) => void;
}

/** Fields of a batch of sheets: typed once, kept from one sheet to the next. */
export function BatchFields({ written: { kind, head, revision }, editions, meetings, onHead, onRevision }: Props) {
  const line = (name: string, label: string) => (
    <Labelled label={label}>
      <input
        name={name}
        value={head[name] ?? ""}
        autoComplete="off"
        onChange={({ currentTarget }) => onHead(name, currentTarget.value)}
      />
    </Labelled>
  );
  return (
    <fieldset className={styles.sticky} aria-label={m.paper_for_batch()}>
      {kind === "SHEET" && line("batch", m.paper_batch())}
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
      {line("collectedBy", m.paper_collected())}
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

const Labelled = ({ label, children }: { label: string; children: ReactNode }) => (
  // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the control is inside
  <label>
    <span>{label}</span>
    {children}
  </label>
);
