import { EntitySchema } from "typeorm";
import type { Appearance, Channel, NotRetainedReason, SpeaksAs } from "../../../graphql/resolvers.generated.ts";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";
import { type TextVisibility, visibilityColumns } from "../../ground/moderation/visibility.columns.ts";

/** One text that somebody gave: what can be cited. */
export interface Contribution extends TextVisibility {
  id: string;
  themeId: string;
  objectiveId: string | null;
  responseId: string | null;
  questionId: string | null;
  meetingId: string | null;
  /** The block of published minutes that it is, word for word; it has the same id. */
  minutesBlockId: string | null;
  channel: Channel;
  body: string;
  appearance: Appearance;
  authorName: string | null;
  /** For whom it speaks, and their name where they appear under one: as on its response. */
  speaksAs: SpeaksAs;
  organisationName: string | null;
  /** The confirmed organisation it speaks for; null where a name was typed alone. */
  organisationId: string | null;
  organisationType: string | null;
  territoryId: string | null;
  /** Today's region, derived from the territory. */
  regionId: string | null;
  sectors: string[];
  contributedOn: string;
  notRetained: NotRetainedReason | null;
  notRetainedNote: string | null;
  notRetainedOn: string | null;
  forwardedThemeId: string | null;
  /** The key point that says it already; null where none was named. */
  saidById: string | null;
  /** Of an imported row: where it came from, so that importing twice imports nothing twice. */
  importKey: string | null;
  /** The day it arrived, where it was imported: it may have been given long before. */
  importedOn: string | null;
  fictional: boolean;
  /** Of its text: grows when its author changes it. */
  revision: number;
  /** The revision of the question it answers. */
  questionRevision: number;
  /** Readers of the team, and true if a passage is marked in it: kept by the database. */
  readers: number;
  marked: boolean;
  /** Digest of the flood it came in, while it waits for a moderator: kept by the database. */
  heldFlood: string | null;
}

/** Columns that triggers alone write. */
const kept = { insert: false, update: false } as const;

export const Contributions = new EntitySchema<Contribution>({
  name: "Contribution",
  columns: {
    id: column.randomId,
    themeId: reference("Theme"),
    objectiveId: optionalReference("Objective"),
    responseId: optionalReference("Response"),
    questionId: optionalReference("Question"),
    meetingId: optionalReference("Meeting"),
    minutesBlockId: { ...optionalReference("MinutesBlock"), unique: true },
    channel: column.text,
    body: column.text,
    ...visibilityColumns,
    appearance: column.text,
    authorName: column.optionalText,
    speaksAs: { ...column.text, default: "INDIVIDUAL" },
    organisationName: column.optionalText,
    organisationId: optionalReference("Organisation"),
    organisationType: column.optionalText,
    territoryId: optionalReference("Territory"),
    regionId: optionalReference("Territory"),
    sectors: column.textList,
    contributedOn: column.day,
    notRetained: column.optionalText,
    notRetainedNote: column.optionalText,
    notRetainedOn: column.optionalDay,
    forwardedThemeId: optionalReference("Theme"),
    saidById: optionalReference("KeyPoint"),
    importKey: { ...column.optionalText, unique: true },
    importedOn: column.optionalDay,
    fictional: column.flag,
    revision: column.version,
    questionRevision: column.version,
    readers: { ...column.integer, ...kept, default: 0 },
    marked: { ...column.flag, ...kept },
    heldFlood: { ...column.optionalText, ...kept },
  },
  indices: [
    { name: "contribution_held", columns: ["responseId"], where: "status = 'HELD'" },
    {
      name: "contribution_held_alone",
      columns: ["objectiveId", "contributedOn", "id"],
      where: "status = 'HELD' AND held_flood IS NULL",
    },
    {
      name: "contribution_held_flood",
      columns: ["heldFlood", "contributedOn", "id"],
      where: "status = 'HELD' AND held_flood IS NOT NULL",
    },
    {
      name: "contribution_held_in_theme",
      columns: ["themeId", "contributedOn", "id"],
      where: "status = 'HELD' AND objective_id IS NULL AND (response_id IS NOT NULL OR import_key IS NOT NULL)",
    },
    {
      name: "contribution_supply_held",
      columns: ["contributedOn", "id"],
      where: "status = 'HELD' AND objective_id IS NULL AND response_id IS NULL AND import_key IS NULL",
    },
    {
      name: "contribution_supply_alone",
      columns: ["contributedOn", "id"],
      where:
        "status = 'HELD' AND held_flood IS NULL AND objective_id IS NULL AND response_id IS NULL AND import_key IS NULL",
    },
    { name: "contribution_newest", columns: ["status", "contributedOn", "id"] },
    {
      name: "contribution_objective",
      // Columns after the order are read from the index as well, so that no text is.
      columns: ["objectiveId", "status", "contributedOn", "id", "revision", "questionId", "themeId"],
    },
    { name: "contribution_region", columns: ["regionId", "status", "contributedOn", "id"] },
    { name: "contribution_territory", columns: ["territoryId", "status", "contributedOn", "id"] },
    { name: "contribution_told", columns: ["territoryId", "status", "appearance", "responseId"] },
    { name: "contribution_theme", columns: ["themeId", "status", "regionId"] },
    { name: "contribution_channel", columns: ["channel", "status", "contributedOn", "id"] },
    { name: "contribution_sectors", columns: ["status", "contributedOn", "id"], where: "sectors <> '{}'" },
    {
      name: "contribution_notebook",
      columns: ["themeId", "regionId", "territoryId", "id"],
      where: "channel = 'NOTEBOOK' AND status = 'VISIBLE'",
    },
    { name: "contribution_draw", columns: ["questionId", "id"] },
    {
      name: "contribution_unread",
      columns: ["id"],
      where: "readers = 0 AND status IN ('VISIBLE', 'UNPUBLISHED')",
    },
    {
      name: "contribution_drawn",
      columns: ["objectiveId", "id"],
      where:
        "status = 'VISIBLE' AND minutes_block_id IS NULL AND ('x' || left(md5(id::text), 8))::bit(32)::bigint % 10 = 0",
    },
    {
      name: "contribution_marked",
      columns: ["territoryId", "appearance", "responseId", "id"],
      where: "marked AND status = 'VISIBLE'",
    },
    {
      name: "contribution_marked_told",
      // The data of marked texts, looked up by their ids, without their words.
      columns: [
        "id",
        "objectiveId",
        "status",
        "regionId",
        "channel",
        "questionId",
        "themeId",
        "responseId",
        "minutesBlockId",
        "revision",
      ],
      where: "marked",
    },
    {
      name: "contribution_read_twice",
      columns: ["objectiveId", "contributedOn", "id"],
      where:
        "status = 'VISIBLE' AND readers > 1 AND minutes_block_id IS NULL AND ('x' || left(md5(id::text), 8))::bit(32)::bigint % 10 = 0",
    },
    { name: "contribution_about", columns: ["themeId", "sectors"], where: "status = 'VISIBLE' AND sectors <> '{}'" },
    {
      name: "contribution_waiting",
      // As above.
      columns: ["objectiveId", "contributedOn", "id", "revision", "questionId"],
      where: "readers = 0 AND status IN ('VISIBLE', 'UNPUBLISHED')",
    },
    {
      name: "contribution_without_end",
      columns: ["objectiveId", "readers"],
      where: "status = 'VISIBLE' AND NOT marked AND not_retained IS NULL",
    },
    {
      name: "contribution_set_aside",
      columns: ["regionId", "contributedOn", "id"],
      where: "status = 'VISIBLE' AND not_retained IS NOT NULL",
    },
    { name: "contribution_response", columns: ["responseId"] },
    { name: "contribution_said_by", columns: ["saidById"], where: "said_by_id IS NOT NULL" },
    { name: "contribution_organisation", columns: ["organisationId", "contributedOn"] },
    { name: "contribution_meeting", columns: ["meetingId"] },
  ],
});

/** A contribution read by a person of the team. */
export interface Reading {
  contributionId: string;
  personId: string;
  readAt: Date;
  /** Nobody else read it; its reader marked something; another read it before: the database says so. */
  alone?: boolean;
  marked?: boolean;
  second?: boolean;
}

export const Readings = new EntitySchema<Reading>({
  name: "Reading",
  columns: {
    contributionId: link("Contribution"),
    personId: link("Person"),
    readAt: column.instant,
    alone: { ...column.flag, ...kept },
    marked: { ...column.flag, ...kept },
    second: { ...column.flag, ...kept },
  },
  indices: [
    { name: "reading_person", columns: ["personId", "readAt"] },
    {
      name: "reading_alone",
      columns: ["personId", "contributionId"],
      where: "alone AND ('x' || left(md5(contribution_id::text), 8))::bit(32)::bigint % 10 = 0",
    },
  ],
});

/** A text as it stood before its author changed it: what passages marked then were marked in. */
export interface ContributionRevision {
  contributionId: string;
  revision: number;
  body: string;
  replacedOn: string;
}

export const ContributionRevisions = new EntitySchema<ContributionRevision>({
  name: "ContributionRevision",
  columns: {
    contributionId: link("Contribution"),
    revision: { ...column.integer, primary: true },
    body: column.text,
    replacedOn: column.day,
  },
});
