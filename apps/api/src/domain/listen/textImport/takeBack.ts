/**
 * Thousands of texts are taken back in steps of one transaction each, so that nobody waits for their locks: a restart goes
 * on from the last one. A text on which something stands since stays, and the page tells how many were taken back.
 */
import { type DataSource, type EntityManager, In } from "typeorm";
import { dayOf } from "../../../platform/day.ts";
import { type Recorder, recorder } from "../../../platform/journal.ts";
import { visitor } from "../../../platform/viewer.ts";
import { removeTexts } from "../contribution/contribution.writes.ts";
import { freeTexts } from "./standing.queries.ts";
import { ImportedTexts, type TextImport, TextImportRows, TextImports } from "./textImport.entity.ts";

/** So many texts go in one step. */
const step = 200;

interface Act {
  db: EntityManager;
  record: Recorder;
  now: Date;
}

/** Takes some texts of an import back, the rest where that is all of it. */
export async function takeBackSome({ db, record, now }: Act, it: TextImport): Promise<TextImport> {
  const ids = await freeTexts(db, it.id, step);
  await db.delete(ImportedTexts, { contributionId: In(ids) });
  await removeTexts(db, ids);
  const takenBack = it.takenBack + ids.length;
  const isOver = ids.length < step;
  const state = isOver ? ("TAKEN_BACK" as const) : it.state;
  if (isOver) await db.delete(TextImportRows, { importId: it.id });
  await db.update(TextImports, it.id, { takenBack, state });
  if (isOver) await record("textImport.takenBack", it.id, { texts: takenBack, on: dayOf(now) });
  return { ...it, takenBack, state };
}

/** Takes one step of one import that is being taken back; false where none is. */
const takeStep = (database: DataSource) =>
  database.transaction(async (db) => {
    const it = await db.findOne(TextImports, {
      where: { state: "TAKING_BACK" },
      order: { id: "ASC" },
      lock: { mode: "pessimistic_write", onLocked: "skip_locked" },
    });
    const now = new Date();
    if (it) await takeBackSome({ db, now, record: recorder(db, visitor, now) }, it);
    return it !== null;
  });

/** Goes on taking imports back, step by step; how many steps were taken. */
export async function takeBackTexts(database: DataSource, goOn = () => true): Promise<number> {
  let count = 0;
  while (goOn() && (await takeStep(database))) count++;
  return count;
}
