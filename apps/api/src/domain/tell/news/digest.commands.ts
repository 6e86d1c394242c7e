import { randomUUID } from "node:crypto";
import type { DataSource, EntityManager } from "typeorm";
import type { Language, WatchPace } from "../../../graphql/resolvers.generated.ts";
import { createContext } from "../../../platform/context.ts";
import { dayOf, weekOf } from "../../../platform/day.ts";
import { leaveComposed } from "../../../platform/mail/outbox.ts";
import { keepTold, toldTo } from "../../../platform/mail/told.ts";
import { stopWatchingLink } from "../watch/watch.key.ts";
import { leaveLapsed } from "../watch/joining.writes.ts";
import { looked } from "../watch/digest.writes.ts";
import { newsToTell, type PublicNews } from "./news.queries.ts";
import { toldByTrail } from "./own.ts";

/** NOW: what is told as it happens. DAY: the mail of the day, and on the first day of the week that of the week. */
export interface When {
  now: Date;
  pace: "NOW" | "DAY";
}

/** Somebody who is due a mail, if there is something to tell. */
interface Reader {
  id: string;
  personId: string | null;
  address: string;
  language: Language;
  /** True once a week. */
  weekly: boolean;
}

interface Watched {
  watcherId: string;
  subjectId: string;
  pace: WatchPace;
  since: Date;
}

/** Note stored with a mail, and read again as it leaves. */
export interface Noted {
  watcherId: string;
  pace: When["pace"];
  /** True where all of it was asked for once a week. */
  weekly: boolean;
  things: string[];
}

/** Readers handled together, in a transaction of their own: their rows are then forgotten. */
const together = 50;

/**
 * Leaves one mail to each reader of whom something is not told yet, by this mail or another; answers their number.
 * Nothing to tell, no mail. The mail is written as it leaves.
 */
export async function tellNews(database: DataSource, when: When): Promise<number> {
  await leaveLapsed(database.manager, when.now);
  const news = await newsToTell(database.manager, when.now);
  const about = new Map<string, PublicNews[]>();
  for (const one of news)
    for (const id of one.subjects) {
      const all = about.get(id);
      if (all) all.push(one);
      else about.set(id, [one]);
    }
  let mails = 0;
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { left, readers } = await database.transaction((db) => tellSome(database, db, when, about, last));
    mails += left;
    if (readers.length < together) return mails;
    last = readers.at(-1)!.id;
  }
}

async function tellSome(
  database: DataSource,
  db: EntityManager,
  { now, pace }: When,
  about: Map<string, PublicNews[]>,
  last: string,
) {
  const day = dayOf(now);
  const readers = await dueReaders(db, { pace, day, week: weekOf(day), last });
  if (readers.length === 0) return { left: 0, readers };
  const watched = await watchedBy(db, readers, pace);
  const found = new Map<string, { reader: Reader; things: Set<string>; sooner: Set<string> }>();
  for (const reader of readers) {
    const turns = (watched.get(reader.id) ?? []).filter((it) => it.pace !== "WEEKLY" || reader.weekly);
    const things = thingsOf(turns, about);
    const sooner = thingsOf(
      turns.filter((it) => it.pace !== "WEEKLY"),
      about,
    );
    if (things.size > 0) found.set(reader.id, { reader, things, sooner });
  }
  const holders = [...found.values()].map(({ reader }) => reader);
  const own = await toldByTrail(createContext(database), holders);
  const asked = new Map<string, string>();
  for (const { reader, things } of found.values())
    for (const thing of things)
      if (!own.get(reader.address)?.has(thing)) asked.set(`${toldTo(reader.address)}\n${thing}`, reader.id);
  const fresh = await keepTold(
    db,
    now,
    [...asked.keys()].map((key) => ({ holder: key.split("\n")[0]!, thing: key.split("\n")[1]! })),
  );
  const byReader = Map.groupBy(fresh, ({ holder, thing }) => asked.get(`${holder}\n${thing}`)!);
  const left = await leaveComposed(
    db,
    [...byReader].map(([id, all]) => {
      const { reader, sooner } = found.get(id)!;
      const things = all.map(({ thing }) => thing);
      const noted: Noted = { watcherId: id, pace, weekly: !things.some((thing) => sooner.has(thing)), things };
      return {
        key: `news ${randomUUID()}`,
        to: reader.address,
        composer: "news",
        noted: JSON.stringify(noted),
        stopLink: stopWatchingLink(reader.language, id),
      };
    }),
  );
  if (pace === "DAY") await looked(db, readers, day, weekOf(day));
  return { left, readers };
}

/** Names of what happened to the things that somebody follows, since they do. */
const thingsOf = (watched: Watched[], about: Map<string, PublicNews[]>) =>
  new Set(
    watched.flatMap(({ subjectId, since }) =>
      (about.get(subjectId) ?? []).filter((one) => isNewSince(one, since)).map(({ thing }) => thing),
    ),
  );

/** True if something happened after somebody began to follow: where the day alone is known, on that day or after. */
const isNewSince = ({ at, on, dayOnly }: PublicNews, since: Date) =>
  dayOnly ? on >= dayOf(since) : at.getTime() >= since.getTime();

/** Readers of one batch who are due a mail, locked: another process finds them told. */
function dueReaders(
  db: EntityManager,
  { pace, day, week, last }: { pace: string; day: string; week: string; last: string },
) {
  const due =
    pace === "NOW"
      ? "exists (select from watch s where s.watcher_id = w.id and s.pace = 'NOW')"
      : "(w.daily_on is null or w.daily_on < $2) and exists (select from watch s where s.watcher_id = w.id and s.pace <> 'NEVER')";
  return db.query<Reader[]>(
    `select w.id, w.person_id as "personId", lower(coalesce(w.address, p.email)) as address,
       coalesce(p.language, w.language) as language, coalesce(w.weekly_on < $3::date, true) as weekly
     from watcher w left join person p on p.id = w.person_id
     where w.id > $1 and ${due} and $2::date is not null
       and (w.person_id is null or p.email is not null)
     order by w.id limit ${together} for update of w`,
    [last, day, week],
  );
}

async function watchedBy(db: EntityManager, readers: Reader[], pace: When["pace"]) {
  const rows = await db.query<Watched[]>(
    `select watcher_id as "watcherId", subject_id as "subjectId", pace, since from watch
     where watcher_id = any($1::uuid[]) and pace = any($2::text[])`,
    [readers.map(({ id }) => id), pace === "NOW" ? ["NOW"] : ["NOW", "DAILY", "WEEKLY"]],
  );
  return Map.groupBy(rows, ({ watcherId }) => watcherId);
}
