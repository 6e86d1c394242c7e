/**
 * One position, two places: what a region or three people hold against a text stands beside a synthesis or a
 * proposal. A regional group's reserve and local variant are the same row with a kind, signed by the territory.
 * Names are on pages and in dossiers, not in the open data.
 */
import { EntitySchema } from "typeorm";
import type { MinorityPositionKind } from "../../../graphql/resolvers.generated.ts";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";

/**
 * What a region, or three people, hold against a synthesis or a proposal: beside it, and no editor's to remove. Of a
 * proposal a regional group also tells its reserve, or how it is done at home.
 */
export interface MinorityPosition {
  id: string;
  /** Made by the client, kept through retries. */
  key: string;
  /** What it stands beside: one of both. */
  synthesisId: string | null;
  proposalId: string | null;
  kind: MinorityPositionKind;
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
    synthesisId: optionalReference("Synthesis"),
    proposalId: optionalReference("Proposal"),
    kind: { ...column.text, default: "MINORITY" },
    text: column.text,
    territoryId: optionalReference("Territory"),
    openedById: reference("Person"),
    openedOn: column.day,
  },
  indices: [
    { name: "minority_position_synthesis", columns: ["synthesisId"] },
    { name: "minority_position_proposal", columns: ["proposalId"] },
  ],
  checks: [{ name: "minority_position_of_one", expression: "num_nonnulls(synthesis_id, proposal_id) = 1" }],
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
