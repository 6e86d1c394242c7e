/** A publication waits thirty seconds, in which it can be undone: docs/decisions/0029. */
import type { EntityManager } from "typeorm";

/** Moment at which an object decided now becomes public. */
export const publicFrom = (now: Date) => new Date(now.getTime() + 30_000);

/** Publications done in one round. */
export const dueAtOnce = 100;

/** Does each of those whose time to be undone is past, in a transaction of its own, whatever becomes of the others. */
export async function eachDue(
  manager: EntityManager,
  due: readonly { id: string }[],
  publish: (db: EntityManager, id: string) => Promise<unknown>,
) {
  const faults: unknown[] = [];
  for (const { id } of due)
    await manager.transaction((db) => publish(db, id)).catch((error: unknown) => faults.push(error));
  // Told to whoever runs the site; it is tried again.
  if (faults.length > 0) throw faults[0];
}
