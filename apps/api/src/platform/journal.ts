import { EntitySchema, type EntityManager } from "typeorm";
import type { Transaction } from "./context.ts";
import { column, optionalReference } from "./data/columns.ts";
import { prepared } from "./data/statement.ts";
import { dayOf } from "./day.ts";
import type { Viewer } from "./viewer.ts";

/** One act, written in the same transaction as its effect: the audit trail, the public history, the outbox. */
export interface JournalEntry {
  id: string;
  /** « proposal.published »: the concept, then what happened to it. */
  event: string;
  subjectType: string;
  subjectId: string | null;
  /** Null for whoever acts without an account. */
  actorId: string | null;
  data: Record<string, unknown>;
  /** The day, always. */
  recordedOn: string;
  /** The instant; null for anonymous acts, which a time could betray. */
  recordedAt: Date | null;
}

export const JournalEntries = new EntitySchema<JournalEntry>({
  name: "JournalEntry",
  columns: {
    id: column.randomId,
    event: column.text,
    subjectType: column.text,
    subjectId: { type: "uuid", nullable: true },
    actorId: optionalReference("Person"),
    data: { ...column.json, default: () => "'{}'" },
    recordedOn: column.day,
    recordedAt: column.optionalInstant,
  },
  indices: [
    { name: "journal_entry_subject", columns: ["subjectType", "subjectId"] },
    { name: "journal_entry_event", columns: ["event", "recordedAt"] },
    { name: "journal_entry_actor", columns: ["actorId", "recordedAt"] },
  ],
});

/** Subject of an act: a row, or its id. */
export type Subject = string | { id: string } | null;

export type Recorder = (event: string, subject?: Subject, data?: Record<string, unknown>) => Promise<void>;

/** Effect in a room of an act recorded below it, in the same transaction. */
export type Hearer = (tx: Transaction, subjectId: string, data: Record<string, unknown>) => Promise<unknown>;

const hearers = new Map<string, Hearer[]>();

/** Registers what follows an event; hearers are called in the order in which they were registered. */
export const hear = (event: string, hearer: Hearer) => void hearers.set(event, [...(hearers.get(event) ?? []), hearer]);

const kept = "insert into journal_entry (event, subject_type, subject_id, actor_id, data, recorded_on, recorded_at)";
const recorded = `${kept} values ($1, $2, $3, $4, $5, $6, $7)`;

/** SQL: writes down an act of a visitor, which nobody hears of, on a `day`, of each of the rows of `subject`. */
export function keepsRecord(subject: string, event: string, day: string): string {
  if (hearers.has(event)) throw new Error(`${event} is heard: it is written down by a recorder.`);
  const [subjectType] = event.split(".");
  return `${kept} select '${event}', '${subjectType}', s.id, null, '{}', ${day}::date, null from ${subject} s`;
}

/**
 * Writes acts down as they are done, then calls those who hear of them. Visitors keep a day and no time, and an id
 * that betrays no order.
 */
export function recorder(db: EntityManager, viewer: Viewer, now: Date): Recorder {
  return async function record(event, subject = null, data = {}) {
    const subjectId = typeof subject === "string" ? subject : (subject?.id ?? null);
    const [subjectType] = event.split(".");
    const [recordedOn, recordedAt] = [dayOf(now), viewer.id ? now : null];
    await prepared(db, "journal: recorded", recorded, [
      ...[event, subjectType, subjectId, viewer.id],
      ...[JSON.stringify(data), recordedOn, recordedAt],
    ]);
    for (const hearer of hearers.get(event) ?? []) {
      if (!subjectId) throw new Error(`${event} is heard, and says of nothing that it happened.`);
      await hearer({ db, viewer, now, record }, subjectId, data);
    }
  };
}
