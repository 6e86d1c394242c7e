import type { EntityManager } from "typeorm";

/** Keeps that the mail of a day was looked for, and that of a week, by those who had their turn. */
export const looked = (db: EntityManager, readers: { id: string; weekly: boolean }[], day: string, week: string) =>
  db.query(
    `update watcher set daily_on = $2, weekly_on = case when watcher.id = any($3::uuid[]) then $4 else weekly_on end
     where id = any($1::uuid[])`,
    [readers.map(({ id }) => id), day, readers.filter(({ weekly }) => weekly).map(({ id }) => id), week],
  );
