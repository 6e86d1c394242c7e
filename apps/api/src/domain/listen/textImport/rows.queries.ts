import type { EntityManager } from "typeorm";
import type { Row } from "../../../platform/files/table.ts";

/** The rows of an import after a line, in the order of the file. */
export const rowsAfter = (db: EntityManager, importId: string, line: number, limit: number) =>
  db.query<Row[]>(
    `select line, values, unreadable from text_import_row where import_id = $1 and line > $2 order by line limit $3`,
    [importId, line, limit],
  );
