/**
 * A file keeps no name but ours and is reached through what it belongs to. It is served as a download that runs
 * nothing, loses where and when a picture was taken, and is forgotten after two days if it went into no reply.
 */
import { EntitySchema } from "typeorm";
import type { AttachmentKind } from "../../../graphql/resolvers.generated.ts";
import { column, reference } from "../../../platform/data/columns.ts";

/**
 * A file that came with a reply: of the office itself, by its link, or kept by the team. It has no name but ours, and is
 * reached through what it belongs to, never by its own id alone.
 */
export interface Attachment {
  id: string;
  handoverId: string;
  /** The link that it came by; null for what the team kept. */
  linkId: string | null;
  kind: AttachmentKind;
  size: number;
  /** SHA-256 of its bytes: sent twice, it is kept once. */
  digest: string;
  keptOn: string;
  /** Rows that name it, « OFFICE_REPLY <id> », as their rooms say by `keepFile`: a file that none names is let go. */
  heldBy: string[];
}

export const Attachments = new EntitySchema<Attachment>({
  name: "Attachment",
  columns: {
    id: column.randomId,
    handoverId: reference("Handover"),
    linkId: { type: "uuid", nullable: true, foreignKey: { target: "OfficeLink" } },
    kind: column.text,
    size: column.integer,
    digest: column.text,
    keptOn: column.day,
    heldBy: column.textList,
  },
  indices: [{ name: "attachment_handover", columns: ["handoverId"] }],
});

/** Its bytes, apart: only whoever takes the file reads them. */
export interface AttachmentFile {
  attachmentId: string;
  bytes: Buffer;
}

export const AttachmentFiles = new EntitySchema<AttachmentFile>({
  name: "AttachmentFile",
  columns: {
    attachmentId: { type: "uuid", primary: true, foreignKey: { target: "Attachment", onDelete: "CASCADE" } },
    bytes: { type: "bytea" },
  },
});
