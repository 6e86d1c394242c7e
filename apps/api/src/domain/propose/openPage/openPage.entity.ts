import { EntitySchema } from "typeorm";
import type { OpenPageKind } from "../../../graphql/resolvers.generated.ts";
import { column } from "../../../platform/data/columns.ts";

/** A page where something is written, that somebody has before their eyes, or had some seconds ago. */
export interface OpenPage {
  kind: OpenPageKind;
  subjectId: string;
  personId: string;
  seenAt: Date;
}

export const OpenPages = new EntitySchema<OpenPage>({
  name: "OpenPage",
  columns: {
    subjectId: { type: "uuid", primary: true },
    kind: { ...column.text, primary: true },
    personId: { type: "uuid", primary: true, foreignKey: { target: "Person", onDelete: "CASCADE" } },
    seenAt: column.instant,
  },
  indices: [{ name: "open_page_person", columns: ["personId"] }],
});
