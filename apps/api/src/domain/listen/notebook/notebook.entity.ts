import { EntitySchema } from "typeorm";
import type { AttachmentKind } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";

/** A scan or a file of the original of a notebook: the same one may be of several. */
export interface NotebookFile {
  id: string;
  contributionId: string;
  name: string;
  kind: AttachmentKind;
  size: number;
  pages: number | null;
  fileId: string;
  pictureId: string | null;
  addedOn: string;
}

export const NotebookFiles = new EntitySchema<NotebookFile>({
  name: "NotebookFile",
  columns: {
    id: column.orderedId,
    contributionId: { type: "uuid", foreignKey: { target: "Contribution", onDelete: "CASCADE" } },
    name: column.text,
    kind: column.text,
    size: column.integer,
    pages: column.optionalInteger,
    fileId: reference("StoredFile"),
    pictureId: optionalReference("StoredFile"),
    addedOn: column.day,
  },
  indices: [
    { name: "notebook_file_contribution", columns: ["contributionId", "id"] },
    { name: "notebook_file_file", columns: ["fileId"] },
    { name: "notebook_file_picture", columns: ["pictureId"] },
  ],
});
