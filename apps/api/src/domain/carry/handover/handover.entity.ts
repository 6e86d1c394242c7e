/** The log of a handover is a list on its row: it is only ever read with it. */
import { EntitySchema } from "typeorm";
import type {
  CarrierConsent,
  CarrierKind,
  CommitmentState,
  HandoverEnd,
  ReplyStance,
  ReplyWay,
} from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";

/** A line of the log of a handover. */
export interface HandoverLogEntry {
  /** Made by the client, so that a retry writes it once. */
  key: string;
  on: string;
  text: string;
  /** True of the line that told the first contact: `contactedOn` is its day. */
  isContact?: boolean;
}

/** A proposal carried to an interlocutor. */
export interface Handover {
  id: string;
  proposalId: string;
  interlocutorId: string;
  ask: string;
  carrierKind: CarrierKind;
  /** As typed, of an organisation, a group or somebody without an account; of a person with one, their own name counts. */
  carrierName: string;
  carrierTerritoryId: string | null;
  carrierPersonId: string | null;
  /** Of a person with an account: nobody is named before they agreed. Null for all others. */
  carrierConsent: CarrierConsent | null;
  openedOn: string | null;
  /** The person who opened it: gets the reminder when the carrier has no account. */
  openedById: string | null;
  documentTitle: string | null;
  /** The version of the proposal that was handed over. */
  proposalVersion: number | null;
  /** True if it was handed over before the proposal was adopted. */
  workingVersion: boolean;
  contactedOn: string | null;
  handedOverOn: string | null;
  replyBy: string | null;
  repliedOn: string | null;
  replyStance: ReplyStance | null;
  replyText: string | null;
  /** The way the reply came. */
  replyWay: ReplyWay | null;
  /** The office that a reply passes the ask on to. */
  replyPassedToId: string | null;
  /** The file that came with the reply. */
  replyFileId: string | null;
  /** The day the reply was last put right, and why; without a reply, that it was taken back. What was there is in the journal. */
  replyCorrectedOn: string | null;
  replyCorrection: string | null;
  /** The day a handing over recorded by error was taken back, and why; null once it was handed over again. */
  handingTakenBackOn: string | null;
  handingTakenBackBecause: string | null;
  endedOn: string | null;
  endedAs: HandoverEnd | null;
  endReason: string | null;
  log: HandoverLogEntry[];
  version: number;
  fictional: boolean;
}

export const Handovers = new EntitySchema<Handover>({
  name: "Handover",
  columns: {
    id: column.orderedId,
    proposalId: reference("Proposal"),
    interlocutorId: reference("Interlocutor"),
    ask: column.text,
    carrierKind: { ...column.text, default: "ORGANISATION" },
    carrierName: column.text,
    carrierTerritoryId: optionalReference("Territory"),
    carrierPersonId: optionalReference("Person"),
    carrierConsent: column.optionalText,
    openedOn: column.optionalDay,
    openedById: optionalReference("Person"),
    documentTitle: column.optionalText,
    proposalVersion: column.optionalInteger,
    workingVersion: column.flag,
    contactedOn: column.optionalDay,
    handedOverOn: column.optionalDay,
    replyBy: column.optionalDay,
    repliedOn: column.optionalDay,
    replyStance: column.optionalText,
    replyText: column.optionalText,
    replyWay: column.optionalText,
    replyPassedToId: optionalReference("Interlocutor"),
    replyFileId: optionalReference("Attachment"),
    replyCorrectedOn: column.optionalDay,
    replyCorrection: column.optionalText,
    handingTakenBackOn: column.optionalDay,
    handingTakenBackBecause: column.optionalText,
    endedOn: column.optionalDay,
    endedAs: column.optionalText,
    endReason: column.optionalText,
    log: column.json,
    version: column.version,
    fictional: column.flag,
  },
  indices: [
    { name: "handover_proposal", columns: ["proposalId"] },
    { name: "handover_interlocutor", columns: ["interlocutorId"] },
    { name: "handover_carrier", columns: ["carrierPersonId"], where: "carrier_person_id is not null" },
  ],
});

/** A commitment an office made in its reply, followed until it is done or given up. */
export interface Commitment {
  id: string;
  handoverId: string;
  text: string;
  dueOn: string | null;
  state: CommitmentState;
  settledOn: string | null;
  reason: string | null;
  version: number;
}

export const Commitments = new EntitySchema<Commitment>({
  name: "Commitment",
  columns: {
    id: column.orderedId,
    handoverId: reference("Handover"),
    text: column.text,
    dueOn: column.optionalDay,
    state: { ...column.text, default: "OPEN" },
    settledOn: column.optionalDay,
    reason: column.optionalText,
    version: column.version,
  },
  indices: [{ name: "commitment_handover", columns: ["handoverId"] }],
});

/** The reply of an office stands on its handover. */
export type Reply = Handover;
