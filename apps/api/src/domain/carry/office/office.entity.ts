import { EntitySchema } from "typeorm";
import type { OfficeCheck, ReplyStance } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";
import { type TextVisibility, visibilityColumns } from "../../ground/moderation/visibility.columns.ts";

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

/** A reply written by a link: held, so that its holder and the team alone see it, until the team knows whose it is. */
export interface OfficeReply extends TextVisibility {
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
  sentOn: string;
  decidedById: string | null;
  /** The team's proof that the reply is the office's. */
  check: OfficeCheck | null;
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
    ...visibilityColumns,
    status: { ...column.text, default: "HELD" },
    sentOn: column.day,
    decidedById: optionalReference("Person"),
    check: { ...column.optionalText, name: "checked_by" },
    version: column.version,
  },
  indices: [{ name: "office_reply_handover", columns: ["handoverId"] }],
});
