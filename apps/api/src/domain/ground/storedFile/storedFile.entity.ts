/**
 * Bytes of what the team puts on line, apart from what they are of: in the database, or in a bucket where one is set.
 * Rows name a file by a foreign key; a file that no row names is deleted after a day.
 */
import { EntitySchema } from "typeorm";
import { column } from "../../../platform/data/columns.ts";

/** A file, without a name: what it is of says how it is called and who may have it. */
export interface StoredFile {
  id: string;
  /** Stays as it is when the setting changes: each file is read where it was put. */
  place: "DATABASE" | "BUCKET";
  size: number;
  /** SHA-256 of its bytes. */
  digest: string;
  keptAt: Date;
  /** Null in a bucket, where the id is its name. */
  bytes: Buffer | null;
}

export const StoredFiles = new EntitySchema<StoredFile>({
  name: "StoredFile",
  columns: {
    id: column.randomId,
    place: column.text,
    size: column.integer,
    digest: column.text,
    keptAt: column.instant,
    bytes: { type: "bytea", nullable: true, select: false },
  },
});
