import type { Kept } from "@cahier/schema/fields";
import { initiativeFields } from "@cahier/schema/propose/initiative.fields";
import { EntitySchema } from "typeorm";
import type { InitiativeState } from "../../../graphql/resolvers.generated.ts";
import { columnsFor } from "../../../platform/fields.ts";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";
import { type TextVisibility, visibilityColumns } from "../../ground/moderation/visibility.columns.ts";

/** An example from the field, and what it proves. Hidden once it is sent back or declined. */
export interface Initiative extends Kept<typeof initiativeFields>, TextVisibility {
  id: string;
  slug: string;
  groupId: string;
  territoryId: string;
  regionId: string | null;
  /** Score by criterion, 0 to 3. */
  criteria: Record<string, number>;
  /** The fact behind the score, by criterion. */
  criteriaReasons: Record<string, string>;
  state: InitiativeState;
  version: number;
  /** Made by the client of whoever proposed it, kept through retries. */
  key: string | null;
  /** Digest of the code of its author's private link. */
  codeDigest: string | null;
  /** Key of the row in an imported table. */
  importKey: string | null;
  proposedOn: string | null;
  judgedOn: string | null;
  /** Reason it was sent back or declined, for its author. */
  reason: string | null;
  /** The initiative it repeats, if it was declined for that. */
  sameAsId: string | null;
  fictional: boolean;
}

export const Initiatives = new EntitySchema<Initiative>({
  name: "Initiative",
  columns: {
    id: column.orderedId,
    ...columnsFor(initiativeFields),
    slug: { ...column.text, unique: true },
    groupId: reference("WorkingGroup"),
    territoryId: reference("Territory"),
    regionId: optionalReference("Territory"),
    criteria: column.json,
    criteriaReasons: column.emptyJson,
    state: { ...column.text, default: "VALIDATED" },
    ...visibilityColumns,
    version: column.version,
    key: { ...column.optionalText, unique: true },
    codeDigest: { ...column.optionalText, unique: true },
    importKey: { ...column.optionalText, unique: true },
    proposedOn: column.optionalDay,
    judgedOn: column.optionalDay,
    reason: column.optionalText,
    sameAsId: optionalReference("Initiative"),
    fictional: column.flag,
  },
  indices: [{ name: "initiative_name", columns: ["state", "name", "id"] }],
});

/** Link from a contribution to the initiative it tells of. */
export interface InitiativeContribution {
  initiativeId: string;
  contributionId: string;
  linkedOn: string;
}

export const InitiativeContributions = new EntitySchema<InitiativeContribution>({
  name: "InitiativeContribution",
  columns: { initiativeId: link("Initiative"), contributionId: link("Contribution"), linkedOn: column.day },
  indices: [{ name: "initiative_contribution_contribution", columns: ["contributionId"] }],
});

/** The same row, for the team and for its author. */
export type InitiativeNotes = Initiative;
export type ProposedInitiative = Initiative;

/** The initiative, as the subject of the viewer's rights. */
export type InitiativeRights = Initiative;
