import { EntitySchema } from "typeorm";
import type { OfficeCheck, OfficeReplyState, ReplyStance } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";

/** The private link by which an office answers: it is on the letter, and takes no account. */
export interface OfficeLink {
  id: string;
  handoverId: string;
  /** Digest of its code, which is stored nowhere: it is remade from the id for the team that holds the handover. */
  codeDigest: string;
  /** Contact for the office's questions: shown to the office alone. */
  contact: string;
  madeOn: string;
  madeById: string;
  /** The day it was closed, or replaced by another. */
  endedOn: string | null;
}

export const OfficeLinks = new EntitySchema<OfficeLink>({
  name: "OfficeLink",
  columns: {
    id: column.randomId,
    handoverId: reference("Handover"),
    codeDigest: { ...column.text, unique: true },
    contact: column.text,
    madeOn: column.day,
    madeById: reference("Person"),
    endedOn: column.optionalDay,
  },
  indices: [{ name: "office_link_in_force", columns: ["handoverId"], unique: true, where: "ended_on is null" }],
});

/** A reply written by a link: only its holder and the team see it before it is confirmed. */
export interface OfficeReply {
  id: string;
  linkId: string;
  handoverId: string;
  stance: ReplyStance;
  text: string;
  /** The office that the ask is passed on to, by its name and its address as written. */
  passedToName: string | null;
  passedToContact: string | null;
  attachmentId: string | null;
  /** Name of the writer, for the team alone; erased once the reply is confirmed or refused. */
  writer: string | null;
  state: OfficeReplyState;
  sentOn: string;
  decidedOn: string | null;
  decidedById: string | null;
  /** The team's proof that the reply is the office's. */
  check: OfficeCheck | null;
  /** Reason it was not confirmed, for its writer. */
  reason: string | null;
  version: number;
}

export const OfficeReplies = new EntitySchema<OfficeReply>({
  name: "OfficeReply",
  columns: {
    id: column.randomId,
    linkId: { ...reference("OfficeLink"), unique: true },
    handoverId: reference("Handover"),
    stance: column.text,
    text: column.text,
    passedToName: column.optionalText,
    passedToContact: column.optionalText,
    attachmentId: optionalReference("Attachment"),
    writer: column.optionalText,
    state: { ...column.text, default: "WAITING" },
    sentOn: column.day,
    decidedOn: column.optionalDay,
    decidedById: optionalReference("Person"),
    check: { ...column.optionalText, name: "checked_by" },
    reason: column.optionalText,
    version: column.version,
  },
  indices: [{ name: "office_reply_handover", columns: ["handoverId"] }],
});
