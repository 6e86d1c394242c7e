/**
 * One position, two places: what a region or three people hold against a text stands beside a synthesis or a
 * proposal. A regional group's reserve and local variant are the same row with a kind, signed by the territory.
 * Names are on pages and in dossiers, not in the open data.
 */
import { EntitySchema } from "typeorm";
import type { MinorityPositionKind } from "../../../graphql/resolvers.generated.ts";
import { column, link, optionalReference } from "../../../platform/data/columns.ts";
import { type TextVisibility, visibilityColumns } from "../../ground/moderation/visibility.columns.ts";

/**
 * The position of a region, or of three people, against a synthesis or a proposal: beside it, and no editor removes it.
 * On a proposal a region may also state its reserve, or its own way of doing it.
 */
export interface MinorityPosition extends TextVisibility {
  id: string;
  /** Made by the client, kept through retries. */
  key: string;
  /** Its target: a synthesis or a proposal, the other one null. */
  synthesisId: string | null;
  proposalId: string | null;
  kind: MinorityPositionKind;
  text: string;
  /** The region that holds it; null for a position of people who sign. */
  territoryId: string | null;
  /** Null for one that was opened in the name of an organisation. */
  openedById: string | null;
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
    ...visibilityColumns,
    territoryId: optionalReference("Territory"),
    openedById: optionalReference("Person"),
    openedOn: column.day,
  },
  indices: [
    { name: "minority_position_synthesis", columns: ["synthesisId"] },
    { name: "minority_position_proposal", columns: ["proposalId"] },
    { name: "minority_position_territory", columns: ["territoryId"] },
  ],
  checks: [{ name: "minority_position_of_one", expression: "num_nonnulls(synthesis_id, proposal_id) = 1" }],
});

/** Signature of a minority position; its author's counts too. */
export interface MinoritySignature {
  positionId: string;
  personId: string;
}

export const MinoritySignatures = new EntitySchema<MinoritySignature>({
  name: "MinoritySignature",
  columns: { positionId: link("MinorityPosition"), personId: link("Person") },
});

/** Signature of an organisation, whoever of its members gave it. */
export interface OrganisationSignature {
  positionId: string;
  organisationId: string;
}

export const OrganisationSignatures = new EntitySchema<OrganisationSignature>({
  name: "OrganisationSignature",
  columns: { positionId: link("MinorityPosition"), organisationId: link("Organisation") },
  indices: [{ name: "organisation_signature_of", columns: ["organisationId"] }],
});
