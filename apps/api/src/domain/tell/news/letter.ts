/**
 * The mail of what moved: written as it leaves, from what may be read then and is still followed. Short, the reader's own
 * region first, then what they took part in.
 */
import { m } from "@cahier/schema/messages";
import type { EntityManager } from "typeorm";
import type { Language, WatchedKind } from "../../../graphql/resolvers.generated.ts";
import type { Composed } from "../../../platform/mail/composer.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { subjectsOf } from "../watch/subject.queries.ts";
import { stopWatchingLink, watchingLink } from "../watch/watch.key.ts";
import type { Noted } from "./digest.commands.ts";
import { newsStill, type PublicNews } from "./news.queries.ts";
import { newsWords } from "./news.words.ts";
import { tookPartIn } from "./own.ts";

/** More would not be read: what is left is on the page of what it is about. */
const mostLines = 20;

interface Receiver {
  id: string;
  personId: string | null;
  address: string;
  language: Language;
  regions: string[];
}

interface Followed {
  kind: WatchedKind;
  subjectId: string;
}

/** The nearest to what somebody chose comes first. */
const nearest: WatchedKind[] = ["PROPOSAL", "MEETING", "OFFICE", "OBJECTIVE", "TERRITORY", "GROUP"];

/** Writes the mail; null where nothing of it may be told any more, or nobody follows it. */
export async function composeNews(db: EntityManager, noted: string): Promise<Composed> {
  const { watcherId, things: noticed, pace, weekly } = JSON.parse(noted) as Noted;
  const reader = await receiverOf(db, watcherId);
  if (!reader) return null;
  const [news, followed, own] = await Promise.all([
    newsStill(db, new Date(), noticed),
    db.query<Followed[]>(
      `select kind, subject_id as "subjectId" from watch where watcher_id = $1 and pace <> 'NEVER'`,
      [watcherId],
    ),
    tookPartIn(db, reader),
  ]);
  const regions = new Set([
    ...reader.regions,
    ...followed.flatMap(({ kind, subjectId }) => (kind === "TERRITORY" ? [subjectId] : [])),
  ]);
  const rank = ({ subjects }: PublicNews) =>
    subjects.some((id) => regions.has(id)) ? 0 : subjects.some((id) => own.has(id)) ? 1 : 2;
  const near = followed.toSorted((a, b) => nearest.indexOf(a.kind) - nearest.indexOf(b.kind));
  const sections = Map.groupBy(
    news.toSorted((a, b) => rank(a) - rank(b) || b.at.getTime() - a.at.getTime()),
    ({ subjects }) => near.find(({ subjectId }) => subjects.includes(subjectId))?.subjectId,
  );
  sections.delete(undefined);
  const told = [...sections.values()].flat();
  if (told.length === 0) return null;
  const { language: locale } = reader;
  const things = new Map((await subjectsOf(db, [...sections.keys()] as string[])).map((it) => [it.id, it]));
  let left = mostLines;
  let untold = 0;
  const parts = [...sections].flatMap(([id, all], index) => {
    const thing = things.get(id!);
    if (!thing || index >= mostLines) {
      untold += thing ? all.length : 0;
      return [];
    }
    const shown = all.slice(0, left);
    left -= shown.length;
    const more = all.length - shown.length;
    const rest = more > 0 ? [m.news_mail_more({ count: more, link: siteAddress(locale, thing.path) }, { locale })] : [];
    return [[thing.title, ...shown.map((one) => lineOf(one, locale)), ...rest].join("\n\n")];
  });
  const watching = watchingLink(locale, watcherId);
  return {
    language: locale,
    subject:
      told.length === 1
        ? m.news_mail_one({ what: newsWords(told[0]!, locale) }, { locale })
        : m.news_mail_subject({ count: told.length }, { locale }),
    text: [
      m.mail_trail_hello({}, { locale }),
      (pace === "NOW" ? m.news_mail_now : weekly ? m.news_mail_week : m.news_mail_day)({}, { locale }),
      ...parts,
      ...(untold > 0 ? [m.news_mail_more({ count: untold, link: watching }, { locale })] : []),
      m.news_mail_foot({ watching, stop: stopWatchingLink(locale, watcherId) }, { locale }),
    ].join("\n\n"),
  };
}

const lineOf = (news: PublicNews, locale: Language) =>
  `– ${newsWords(news, locale)}\n  ${siteAddress(locale, news.path)}`;

async function receiverOf(db: EntityManager, watcherId: string): Promise<Receiver | null> {
  const [row] = await db.query<Receiver[]>(
    `select w.id, w.person_id as "personId", lower(coalesce(w.address, p.email)) as address,
       coalesce(p.language, w.language) as language,
       array_remove(array[t.id, t.region_id], null) as regions
     from watcher w left join person p on p.id = w.person_id left join territory t on t.id = p.territory_id
     where w.id = $1 and (w.person_id is null or p.email is not null)`,
    [watcherId],
  );
  return row ?? null;
}
