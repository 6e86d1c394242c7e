/**
 * Carrying is no word of a version: a version keeps the organisations and groups that carry; persons are left out,
 * since being named is theirs to change. A refusal is journalled without its actor.
 */
import { EntitySchema } from "typeorm";
import type { CarrierConsent, CarrierKind } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";

/** A carrier of a proposal. */
export interface ProposalCarrier {
  id: string;
  proposalId: string;
  position: number;
  kind: CarrierKind;
  /** Name as typed, or of the region; a person with an account appears under their own name. */
  name: string;
  territoryId: string | null;
  personId: string | null;
  /** Consent of a person with an account: nobody is named before they agreed. Null for all others. */
  consent: CarrierConsent | null;
  /** The first row it is a copy of, by merges and splits; null for one written here. */
  originId: string | null;
}

export const ProposalCarriers = new EntitySchema<ProposalCarrier>({
  name: "ProposalCarrier",
  columns: {
    id: column.orderedId,
    proposalId: reference("Proposal"),
    position: column.integer,
    kind: column.text,
    name: column.text,
    territoryId: optionalReference("Territory"),
    personId: optionalReference("Person"),
    consent: column.optionalText,
    originId: { type: "uuid", nullable: true },
  },
  indices: [
    { name: "proposal_carrier_proposal", columns: ["proposalId", "position"] },
    { name: "proposal_carrier_person", columns: ["personId"], where: "person_id is not null" },
  ],
});

/** SQL: carriers `c` who agreed to be named. */
export const agreed = "coalesce(c.consent, 'AGREED') = 'AGREED'";
