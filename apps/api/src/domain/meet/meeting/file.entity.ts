import { EntitySchema } from "typeorm";
import type { AttachmentKind } from "../../../graphql/resolvers.generated.ts";
import { column, reference } from "../../../platform/data/columns.ts";

/** A document attached to a meeting: of the kinds that are taken, known by its bytes, under a name that was typed. */
export interface MeetingFile {
  id: string;
  meetingId: string;
  title: string;
  kind: AttachmentKind;
  size: number;
  /** SHA-256 of its bytes: sent twice, it is kept once. */
  digest: string;
  addedOn: string;
}

export const MeetingFiles = new EntitySchema<MeetingFile>({
  name: "MeetingFile",
  columns: {
    id: column.orderedId,
    meetingId: reference("Meeting"),
    title: column.text,
    kind: column.text,
    size: column.integer,
    digest: column.text,
    addedOn: column.day,
  },
  indices: [{ name: "meeting_file_meeting", columns: ["meetingId"] }],
});

/** Its bytes, apart: only whoever takes the file reads them. */
export interface MeetingFileContent {
  fileId: string;
  bytes: Buffer;
}

export const MeetingFileContents = new EntitySchema<MeetingFileContent>({
  name: "MeetingFileContent",
  columns: {
    fileId: { type: "uuid", primary: true, foreignKey: { target: "MeetingFile", onDelete: "CASCADE" } },
    bytes: { type: "bytea" },
  },
});
