/**
 * Waiting matters are derived from the rooms below: nothing of them is stored but who takes care of each. A line names
 * what it is about by kind and id, without a foreign key: what is done leaves it behind, and it lapses by itself.
 */
import { EntitySchema } from "typeorm";
import type { MatterKind } from "../../../graphql/resolvers.generated.ts";
import { column, reference } from "../../../platform/data/columns.ts";

/** Matter that somebody takes care of, for some days. */
export interface TakenMatter {
  kind: MatterKind;
  subjectId: string;
  personId: string;
  takenOn: string;
}

export const TakenMatters = new EntitySchema<TakenMatter>({
  name: "TakenMatter",
  columns: {
    kind: { ...column.text, primary: true },
    subjectId: { type: "uuid", primary: true },
    personId: reference("Person"),
    takenOn: column.day,
  },
  indices: [{ name: "taken_matter_person", columns: ["personId"] }],
});

/** Something that waits for somebody of the team. */
export interface Matter {
  kind: MatterKind;
  subjectId: string;
  groupId: string | null;
  count: number;
  since: string | null;
  due: string | null;
  promised: boolean;
  title: string | null;
  excerpt: string | null;
  number: number | null;
  path: string;
}

/** The thing that the rights are about. */
export type MatterRights = Matter;
