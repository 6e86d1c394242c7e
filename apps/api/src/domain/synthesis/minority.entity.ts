import { EntitySchema } from "typeorm";
import { column, link, optionalReference, reference } from "../../platform/columns.ts";

/** What a region, or three people, hold against a synthesis: beside it, and no editor's to remove. */
export interface MinorityPosition {
  id: string;
  /** Made by the client, kept through retries. */
  key: string;
  synthesisId: string;
  text: string;
  /** The region that holds it; null where people do, by signing it. */
  territoryId: string | null;
  openedById: string;
  openedOn: string;
}

export const MinorityPositions = new EntitySchema<MinorityPosition>({
  name: "MinorityPosition",
  columns: {
    id: column.orderedId,
    key: { ...column.text, unique: true },
    synthesisId: reference("Synthesis"),
    text: column.text,
    territoryId: optionalReference("Territory"),
    openedById: reference("Person"),
    openedOn: column.day,
  },
  indices: [{ name: "minority_position_synthesis", columns: ["synthesisId"] }],
});

/** That a person signs a minority position, whoever opened it included. */
export interface MinoritySignature {
  positionId: string;
  personId: string;
}

export const MinoritySignatures = new EntitySchema<MinoritySignature>({
  name: "MinoritySignature",
  columns: { positionId: link("MinorityPosition"), personId: link("Person") },
});
