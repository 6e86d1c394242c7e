/**
 * Followers of a public thing are told of it by mail. An account has its own row; an address without one has a row
 * once it was confirmed, and none before: what was asked waits in a row of its own.
 */
import { EntitySchema } from "typeorm";
import type { Language, WatchedKind, WatchPace } from "../../../graphql/resolvers.generated.ts";
import { column } from "../../../platform/data/columns.ts";

/** Somebody who follows: an account, or an address that was confirmed. */
export interface Watcher {
  id: string;
  personId: string | null;
  /** In small letters; null for an account, which has its own. */
  address: string | null;
  language: Language;
  /** The last days for which the mail of a day, and that of a week, were looked for. */
  dailyOn: string | null;
  weeklyOn: string | null;
}

export const Watchers = new EntitySchema<Watcher>({
  name: "Watcher",
  columns: {
    id: column.randomId,
    personId: { type: "uuid", nullable: true, unique: true, foreignKey: { target: "Person" } },
    address: { ...column.optionalText, unique: true },
    language: column.text,
    dailyOn: column.optionalDay,
    weeklyOn: column.optionalDay,
  },
});

/** A public thing that somebody follows. */
export interface Watch {
  watcherId: string;
  kind: WatchedKind;
  subjectId: string;
  pace: WatchPace;
  /** Told of what happens from then on: moved when one is told again after a silence. */
  since: Date;
  /** True where it came by joining: leaving ends it. */
  byJoining: boolean;
}

export const Watches = new EntitySchema<Watch>({
  name: "Watch",
  columns: {
    watcherId: { type: "uuid", primary: true, foreignKey: { target: "Watcher", onDelete: "CASCADE" } },
    kind: { ...column.text, primary: true },
    subjectId: { type: "uuid", primary: true },
    pace: column.text,
    since: column.instant,
    byJoining: column.flag,
  },
  indices: [{ name: "watch_subject", columns: ["kind", "subjectId"] }],
});

/** An address that asked to follow something, until its link is pressed or is too old. */
export interface WatchRequest {
  /** Of the link. */
  digest: string;
  /** Null once the link served. */
  address: string | null;
  language: Language;
  kind: WatchedKind;
  subjectId: string;
  pace: WatchPace;
  expiresAt: Date;
}

export const WatchRequests = new EntitySchema<WatchRequest>({
  name: "WatchRequest",
  columns: {
    digest: { ...column.text, primary: true },
    address: column.optionalText,
    language: column.text,
    kind: column.text,
    subjectId: { type: "uuid" },
    pace: column.text,
    expiresAt: column.instant,
  },
});
