import { EntitySchema } from "typeorm";
import type { KeyPointNature, KeyPointState } from "../../graphql/resolvers.generated.ts";
import { column, reference } from "../../platform/columns.ts";

/** What passages say together, in one sentence. A private working label until it is stated. */
export interface KeyPoint {
  id: string;
  objectiveId: string;
  number: number;
  sentence: string;
  nature: KeyPointNature;
  state: KeyPointState;
  statedOn: string | null;
  version: number;
  fictional: boolean;
}

export const KeyPoints = new EntitySchema<KeyPoint>({
  name: "KeyPoint",
  columns: {
    id: column.orderedId,
    objectiveId: reference("Objective"),
    number: column.integer,
    sentence: column.text,
    nature: column.text,
    state: { ...column.text, default: "WORKING" },
    statedOn: column.optionalDay,
    version: column.version,
    fictional: column.flag,
  },
  indices: [{ name: "key_point_number", columns: ["objectiveId", "number"], unique: true }],
});
