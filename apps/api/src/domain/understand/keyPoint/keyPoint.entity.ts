import { EntitySchema } from "typeorm";
import type { KeyPointColor, KeyPointNature, KeyPointState } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";
import type { Carried } from "./carried.ts";

/** Point that passages share, in one sentence. A private working label until it is stated. */
export interface KeyPoint {
  id: string;
  objectiveId: string;
  number: number;
  sentence: string;
  /** Name of one line, for the team that gives it words. */
  shortName: string | null;
  /** Name that a telephone has room for. */
  phoneName: string | null;
  nature: KeyPointNature;
  state: KeyPointState;
  statedOn: string | null;
  version: number;
  fictional: boolean;
  /** Its meaning, for those who give passages to it. */
  definition: string | null;
  /** Content that belongs to it. */
  included: string | null;
  /** Content that resembles it and does not belong to it. */
  excluded: string | null;
  example: string | null;
  /** One of the same objective under which it stands, never itself: there is no cycle, and no merged one above. */
  parentId: string | null;
  color: KeyPointColor | null;
  /** The one that holds its words, however many merges lie between; null while it is not merged. */
  mergedIntoId: string | null;
}

export const KeyPoints = new EntitySchema<KeyPoint>({
  name: "KeyPoint",
  columns: {
    id: column.orderedId,
    objectiveId: reference("Objective"),
    number: column.integer,
    sentence: column.text,
    shortName: column.optionalText,
    phoneName: column.optionalText,
    nature: column.text,
    state: { ...column.text, default: "WORKING" },
    statedOn: column.optionalDay,
    version: column.version,
    fictional: column.flag,
    definition: column.optionalText,
    included: column.optionalText,
    excluded: column.optionalText,
    example: column.optionalText,
    parentId: optionalReference("KeyPoint"),
    color: column.optionalText,
    mergedIntoId: optionalReference("KeyPoint"),
  },
  indices: [
    { name: "key_point_number", columns: ["objectiveId", "number"], unique: true },
    { name: "key_point_stated", columns: ["objectiveId"], where: "state = 'STATED'" },
    { name: "key_point_parent", columns: ["parentId"] },
    { name: "key_point_merged_into", columns: ["mergedIntoId"] },
  ],
});

/** The key point that the rights are about: each is asked for where a page asks for it alone. */
export type KeyPointRights = KeyPoint;

/** Merge of a key point into another, with all that it takes to undo it. Never deleted. */
export interface KeyPointMergeRow {
  id: string;
  keyPointId: string;
  intoId: string;
  /** The state that undoing gives back. */
  wasState: KeyPointState;
  carried: Carried;
  mergedById: string | null;
  mergedAt: Date;
  undoneById: string | null;
  undoneAt: Date | null;
}

export const KeyPointMerges = new EntitySchema<KeyPointMergeRow>({
  name: "KeyPointMerge",
  columns: {
    id: column.orderedId,
    keyPointId: reference("KeyPoint"),
    intoId: reference("KeyPoint"),
    wasState: column.text,
    carried: column.json,
    mergedById: optionalReference("Person"),
    mergedAt: column.instant,
    undoneById: optionalReference("Person"),
    undoneAt: column.optionalInstant,
  },
  indices: [
    { name: "key_point_merge_key_point", columns: ["keyPointId"] },
    { name: "key_point_merge_into", columns: ["intoId"] },
  ],
});
