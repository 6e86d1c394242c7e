import { EntitySchema } from "typeorm";
import { column } from "../../../platform/data/columns.ts";

/** A workshop of a proposal that somebody has before their eyes, or had some seconds ago. */
export interface OpenWorkshop {
  proposalId: string;
  personId: string;
  seenAt: Date;
}

export const OpenWorkshops = new EntitySchema<OpenWorkshop>({
  name: "OpenWorkshop",
  columns: {
    proposalId: { type: "uuid", primary: true, foreignKey: { target: "Proposal", onDelete: "CASCADE" } },
    personId: { type: "uuid", primary: true, foreignKey: { target: "Person", onDelete: "CASCADE" } },
    seenAt: column.instant,
  },
  indices: [{ name: "open_workshop_person", columns: ["personId"] }],
});
