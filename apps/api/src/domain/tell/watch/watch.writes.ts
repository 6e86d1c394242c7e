import type { EntityManager } from "typeorm";
import type { Language, WatchedKind, WatchPace } from "../../../graphql/resolvers.generated.ts";
import { dayOf, weekOf } from "../../../platform/day.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { countOf } from "../../../platform/retention.ts";
import { type Watcher, Watchers, Watches, WatchRequests } from "./watch.entity.ts";

/** The most that one follows: nobody reads more. */
export const mostWatches = 200;

/**
 * The row of an account, made where there is none. An address that followed without an account, and turned out to be its
 * own, hands it all that it follows.
 */
export async function watcherOfAccount(
  db: EntityManager,
  personId: string,
  language: Language,
  now: Date,
): Promise<Watcher> {
  await db.query(
    `update watcher set person_id = $1, address = null
     where address = (select lower(email) from person where id = $1 and email_verified)
       and not exists (select from watcher where person_id = $1)`,
    [personId],
  );
  await db.query("insert into watcher (person_id, language, weekly_on) values ($1, $2, $3) on conflict do nothing", [
    personId,
    language,
    weekOf(dayOf(now)),
  ]);
  await db.update(Watchers, { personId }, { language });
  return db.findOneByOrFail(Watchers, { personId });
}

/** The row of an address that was confirmed: that of its account, where it has one that was confirmed too. */
export async function watcherOfAddress(
  db: EntityManager,
  address: string,
  language: Language,
  now: Date,
): Promise<Watcher> {
  const [person] = await db.query<{ id: string; language: Language }[]>(
    "select id, language from person where lower(email) = $1 and email_verified",
    [address],
  );
  if (person) return watcherOfAccount(db, person.id, person.language, now);
  await db.query("insert into watcher (address, language, weekly_on) values ($1, $2, $3) on conflict do nothing", [
    address,
    language,
    weekOf(dayOf(now)),
  ]);
  await db.update(Watchers, { address }, { language });
  return db.findOneByOrFail(Watchers, { address });
}

/** Follows something; what was silent is told again from now on. */
export async function keepWatch(
  db: EntityManager,
  watcherId: string,
  { kind, subjectId, pace }: { kind: WatchedKind; subjectId: string; pace: WatchPace },
  now: Date,
) {
  await db.query("select from watcher where id = $1 for update", [watcherId]);
  const known = await db.findOneBy(Watches, { watcherId, kind, subjectId });
  if (known?.pace === pace) return false;
  if (!known && (await db.countBy(Watches, { watcherId })) >= mostWatches)
    throw new Refusal("TOO_MANY_CHOICES", "pace", String(mostWatches));
  await db.query(
    `insert into watch as it (watcher_id, kind, subject_id, pace, since) values ($1, $2, $3, $4, $5)
     on conflict (watcher_id, kind, subject_id) do update set pace = excluded.pace,
       since = case when it.pace = 'NEVER' then excluded.since else it.since end,
       by_joining = it.by_joining and it.pace <> 'NEVER'`,
    [watcherId, kind, subjectId, pace, now],
  );
  return true;
}

/** Lets go of something; an address that follows nothing more is erased. */
export async function dropWatch(db: EntityManager, watcherId: string, kind: WatchedKind, subjectId: string) {
  await db.query("select from watcher where id = $1 for update", [watcherId]);
  const { affected } = await db.delete(Watches, { watcherId, kind, subjectId });
  await db.query(
    `delete from watcher where id = $1 and address is not null
       and not exists (select from watch where watcher_id = $1)`,
    [watcherId],
  );
  return Boolean(affected);
}

/** Ends all that is told to somebody: an account keeps its list, silent; an address goes with it. True if something ended. */
export async function silence(db: EntityManager, { id, personId }: Pick<Watcher, "id" | "personId">): Promise<boolean> {
  if (personId === null) return (await countOf(db, "delete from watcher where id = $1", [id])) > 0;
  const text = "update watch set pace = 'NEVER' where watcher_id = $1 and pace <> 'NEVER'";
  return (await countOf(db, text, [id])) > 0;
}

/** Erases an address wherever it follows, or asked to; the account that has it is told of nothing more. */
export async function silenceAddress(db: EntityManager, address: string) {
  await db.query(
    `update watch set pace = 'NEVER' from watcher w join person p on p.id = w.person_id
     where w.id = watch.watcher_id and lower(p.email) = lower($1)`,
    [address],
  );
  await db.query("delete from watcher where address = lower($1)", [address]);
  await db.delete(WatchRequests, { address: address.toLowerCase() });
}
