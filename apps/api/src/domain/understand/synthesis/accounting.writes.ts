import type { EntityManager } from "typeorm";
import { accounted } from "./accounting.ts";

/** Keeps what a version makes of each passage as it is published. */
export const keepAccounts = (db: EntityManager, versionId: string) =>
  db.query(
    `with ${accounted("select $1::uuid", true)} insert into accounted_passage (version_id, passage_id, set_aside_id)
     select version_id, passage_id, set_aside_id from accounted where cited or set_aside_id is not null`,
    [versionId],
  );
