import type { EntityManager } from "typeorm";

/** True if an amendment became this proposal: its author was told so. */
export async function isPromised(db: EntityManager, id: string): Promise<boolean> {
  const [{ promised }] = await db.query<[{ promised: boolean }]>(
    "select exists (select from amendment where promoted_to_id = $1) as promised",
    [id],
  );
  return promised;
}

/** True if there was a draft by this id, and it was removed. */
export async function wasRemoved(db: EntityManager, id: string): Promise<boolean> {
  const [{ removed }] = await db.query<[{ removed: boolean }]>(
    `select exists (select from journal_entry
       where subject_type = 'proposal' and subject_id = $1 and event = 'proposal.removed') as removed`,
    [id],
  );
  return removed;
}

/** The highest number of the drafts that a group removed, 0 where there is none: the journal keeps it. */
export async function lastRemoved(db: EntityManager, groupId: string): Promise<number> {
  const [{ number }] = await db.query<[{ number: number }]>(
    `select coalesce(max((data->>'number')::int), 0) as number from journal_entry
     where event = 'proposal.removed' and data->>'groupId' = $1`,
    [groupId],
  );
  return number;
}
