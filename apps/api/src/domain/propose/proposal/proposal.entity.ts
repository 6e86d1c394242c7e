import type { Kept } from "@cahier/schema/fields";
import { proposalFields } from "@cahier/schema/propose/proposal.fields";
import { EntitySchema } from "typeorm";
import type { ProposalState } from "../../../graphql/resolvers.generated.ts";
import { columnsFor } from "../../../platform/fields.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";

/** A proposal, argued sentence by sentence. */
export interface Proposal extends Kept<typeof proposalFields> {
  id: string;
  slug: string;
  groupId: string;
  number: number;
  state: ProposalState;
  /** The day of its latest state; null for one that never moved. */
  stateOn: string | null;
  /** Reason it was set aside, withdrawn, merged or split. */
  stateReason: string | null;
  /** The proposal it was merged into. */
  mergedIntoId: string | null;
  /** The proposal it was split from. */
  splitFromId: string | null;
  /** The person who asked that the draft be made public. */
  publicationAskedById: string | null;
  /** Digest of the words when that was asked: the request is for them alone. */
  publicationAskedHash: string | null;
  /** Moment it becomes public, once somebody decided so: until then it can be undone. */
  publishesAt: Date | null;
  /** The person who decided so. */
  publishingById: string | null;
  /** Digest of the words then: others are not published. */
  publishingHash: string | null;
  /** « Publiée sans seconde relecture »: by a small team. */
  publishedAlone: boolean;
  version: number;
  createdOn: string;
  leverTypes: string[];
  fictional: boolean;
}

export const Proposals = new EntitySchema<Proposal>({
  name: "Proposal",
  columns: {
    id: column.orderedId,
    slug: { ...column.text, unique: true },
    groupId: reference("WorkingGroup"),
    number: column.integer,
    ...columnsFor(proposalFields),
    state: { ...column.text, default: "DRAFT" },
    stateOn: column.optionalDay,
    stateReason: column.optionalText,
    mergedIntoId: optionalReference("Proposal"),
    splitFromId: optionalReference("Proposal"),
    publicationAskedById: optionalReference("Person"),
    publicationAskedHash: column.optionalText,
    publishesAt: column.optionalInstant,
    publishingById: optionalReference("Person"),
    publishingHash: column.optionalText,
    publishedAlone: column.flag,
    version: column.version,
    createdOn: column.day,
    leverTypes: column.textList,
    fictional: column.flag,
  },
  indices: [
    { name: "proposal_number", columns: ["groupId", "number"], unique: true },
    { name: "proposal_due", columns: ["publishesAt"], where: "publishes_at IS NOT NULL" },
    { name: "proposal_open", columns: ["id"], where: "state = 'OPEN'" },
    {
      name: "proposal_asked",
      columns: ["number", "id"],
      where: "state = 'DRAFT' AND publication_asked_by_id IS NOT NULL",
    },
  ],
});

/** The proposal that the rights are about. */
export type ProposalRights = Proposal;
