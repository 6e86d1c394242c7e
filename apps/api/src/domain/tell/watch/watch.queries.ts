import type { EntityManager } from "typeorm";
import type { QueryWatchableArgs, Watchable } from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import type { Context } from "../../../platform/context.ts";
import { keyed } from "../../../platform/data/batch.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { sendsMail } from "../../../platform/mail/mail.ts";
import { isId } from "../../../platform/text/text.ts";
import { followedBy } from "./joining.sql.ts";
import { subjectOf, subjectsOf } from "./subject.queries.ts";
import { Watches, Watchers } from "./watch.entity.ts";
import { watcherBy } from "./watch.key.ts";
import { mostWatches } from "./watch.writes.ts";

/** Somebody who follows, as they came: by a link, or by their account. */
export interface Watching {
  /** Of their row; empty where it was erased, or where an account follows nothing yet. */
  id: string;
  byKey: string | null;
}

/** Things that somebody follows; a key whose row was erased follows nothing. */
export async function watchingOf({ db, viewer }: Context, key: string | null | undefined): Promise<Watching | null> {
  const watcher = await watcherBy(db, viewer, key);
  if (watcher === undefined) return null;
  return { id: watcher?.id ?? "", byKey: key ?? null };
}

/** The things that somebody follows and that may still be read, by title. */
export async function watchesOf({ db }: Context, watcherId: string) {
  if (!isId(watcherId)) return [];
  const tail = `where it.watcher_id = $1 order by it.since limit ${mostWatches}`;
  const rows = await rowsOf(db, Watches, "watch: of watcher", tail, [watcherId]);
  const found = await subjectsOf(
    db,
    rows.map(({ subjectId }) => subjectId),
  );
  const named = new Map(found.map((it) => [`${it.kind} ${it.id}`, it]));
  return rows
    .flatMap(({ kind, subjectId, pace }) => {
      const subject = named.get(`${kind} ${subjectId}`);
      return subject ? [{ ...subject, pace }] : [];
    })
    .toSorted((a, b) => a.title.localeCompare(b.title, "fr"));
}

/** Every address that is told of what it follows. */
export async function watchingAddresses(db: EntityManager): Promise<string[]> {
  const rows = await db.query<{ address: string }[]>(
    `select distinct lower(coalesce(w.address, p.email)) as address from watcher w
     left join person p on p.id = w.person_id where coalesce(w.address, p.email) is not null`,
  );
  return rows.map(({ address }) => address);
}

/** A thing that may be followed, and how soon the viewer is told of it. */
export async function watchable({ db, viewer }: Context, { kind, id }: QueryWatchableArgs) {
  const subject = isId(id) ? await subjectOf(db, kind, id.toLowerCase()) : null;
  if (!subject) return null;
  const watcher = viewer.id === null ? null : await db.findOneBy(Watchers, { personId: viewer.id });
  const own = watcher && (await db.findOneBy(Watches, { watcherId: watcher.id, kind, subjectId: subject.id }));
  return { ...subject, pace: own?.pace ?? null };
}

/** Subjects that members of a territory's group follow, with the viewer's delay; null for a visitor, and without mails. */
export async function followedByMembers({ db, viewer, batch }: Context, regionalGroupId: string) {
  if (viewer.id === null || !sendsMail(config)) return null;
  const loader = batch("watch: of members", async (ids) => {
    const rows = await prepared<Watchable & { of: string }>(
      db,
      "watch: of members",
      `select g.id as of, 'TERRITORY' as kind, it.id, it.name as title, '/territories/' || it.slug as path, own.pace
       from regional_group g join territory home on home.id = g.territory_id
       join territory it on it.id = ${followedBy("home")}
       left join watch own on own.kind = 'TERRITORY' and own.subject_id = it.id
         and own.watcher_id = (select id from watcher where person_id = $2)
       where g.id = any($1::uuid[])`,
      [ids, viewer.id],
    );
    return keyed(rows, (row) => row.of);
  });
  return (await loader(regionalGroupId)) ?? null;
}
