/**
 * Carrying is no word of a version: a version keeps the organisations and groups that carry; persons are left out,
 * since being named is theirs to change. A refusal is journalled without its actor.
 */
import { EntitySchema } from "typeorm";
import type { CarrierConsent, CarrierKind } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference } from "../../../platform/data/columns.ts";
import { pieceColumns, type ProposalPiece } from "../proposal/piece.columns.ts";

/** A carrier of a proposal. */
export interface ProposalCarrier extends ProposalPiece {
  kind: CarrierKind;
  /** Name as typed, or of the region; a person with an account appears under their own name. */
  name: string;
  territoryId: string | null;
  personId: string | null;
  /** Consent of a person with an account: nobody is named before they agreed. Null for all others. */
  consent: CarrierConsent | null;
}

export const ProposalCarriers = new EntitySchema<ProposalCarrier>({
  name: "ProposalCarrier",
  columns: {
    ...pieceColumns,
    kind: column.text,
    name: column.text,
    territoryId: optionalReference("Territory"),
    personId: optionalReference("Person"),
    consent: column.optionalText,
  },
  indices: [
    { name: "proposal_carrier_proposal", columns: ["proposalId", "position"] },
    { name: "proposal_carrier_person", columns: ["personId"], where: "person_id is not null" },
  ],
});

/** SQL: carriers `c` who agreed to be named. */
export const agreed = "coalesce(c.consent, 'AGREED') = 'AGREED'";
