import type { EntityManager } from "typeorm";
import type { PublicNewsKind, ReplyStance } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { grouped } from "../../../platform/data/batch.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { newestFirst, newestSql, newsSql } from "./news.sql.ts";

/** Something public that happened. */
export interface PublicNews {
  kind: PublicNewsKind;
  /** Names it once and for all: what was told is kept by it. */
  thing: string;
  at: Date;
  on: string;
  /** True where the day alone is known. */
  dayOnly: boolean;
  title: string;
  detail: string | null;
  stance: ReplyStance | null;
  path: string;
  groupId: string | null;
  /** Ids of all that it concerns: its group, objectives, proposal, meeting, office, territory and regions. */
  subjects: string[];
}

const day = 86_400_000;

/** Days after which something is told to nobody any more: shorter than what was told is kept. */
const toldWithin = 35;

/** The most events that are looked at. */
const mostLooked = 500;

/** Events of the days that may still be told, newest first. */
export const newsToTell = (db: EntityManager, now: Date) =>
  prepared<PublicNews>(db, "news: to tell", newsSql(mostLooked), [new Date(now.getTime() - toldWithin * day), now]);

/** Those of some names that still stand. */
export const newsStill = (db: EntityManager, now: Date, things: string[]) =>
  prepared<PublicNews>(db, "news: still", newsSql(mostLooked, "e.thing = any($3)"), [
    new Date(now.getTime() - 2 * toldWithin * day),
    now,
    things,
  ]);

/** The most events that open pages are told of together. */
const mostCame = 50;

/** Events from an instant to another. */
export const newsSince = (db: EntityManager, from: Date, now: Date) =>
  prepared<PublicNews>(db, "news: since", newsSql(mostCame), [from, now]);

/** Pages that show some events: home, those of their groups, and their own. */
export async function pagesOf(db: EntityManager, news: PublicNews[]): Promise<string[]> {
  const text = "select slug from working_group where id = any($1::uuid[])";
  const ids = news.flatMap(({ groupId }) => groupId ?? []);
  const groups = await prepared<{ slug: string }>(db, "news: groups", text, [ids]);
  return [...new Set(["/", ...groups.map(({ slug }) => `/groups/${slug}`), ...news.map(({ path }) => path)])];
}

/** Lists show what is not older. */
const shownWithin = 180;
const mostShown = 8;
const shownFrom = (now: Date) => new Date(now.getTime() - shownWithin * day);

/** Recent moves, everywhere. */
export const newsOfAll = (db: EntityManager, now: Date, most = mostShown) =>
  prepared<PublicNews>(db, `news: all ${most}`, newestSql(most), [shownFrom(now), now]);

/** Kinds of moves in the feed of each list. Contributions have no feed: read each minute, it would tell when one was sent. */
export const listed = {
  documents: ["DOCUMENT_PUBLISHED"],
  handovers: ["PROPOSAL_CARRIED", "PROPOSAL_REPLIED"],
  meetings: ["MEETING_ANNOUNCED", "MEETING_MOVED", "MEETING_CANCELLED", "MINUTES_PUBLISHED", "MINUTES_CORRECTED"],
  proposals: [
    ...["PROPOSAL_PUBLISHED", "PROPOSAL_CHANGED", "PROPOSAL_ADOPTED", "PROPOSAL_CORRECTED", "PROPOSAL_CARRIED"],
    ...["PROPOSAL_REPLIED", "PROPOSAL_SET_ASIDE", "PROPOSAL_WITHDRAWN", "PROPOSAL_MERGED", "PROPOSAL_SPLIT"],
  ] as PublicNewsKind[],
  questionnaires: ["QUESTIONNAIRE_OPENED", "QUESTIONNAIRE_CLOSING", "WEEK_QUESTION"],
  syntheses: ["SYNTHESIS_PUBLISHED"],
} satisfies Record<string, PublicNewsKind[]>;

export type Listed = keyof typeof listed;

/** Ids of all that an event concerns. */
const subjects = "(e.subjects || array[t.id, t.region_id, t.region2012_id])";

/** Recent moves of a list, that concern all of some things. */
export const newsOfList = (db: EntityManager, now: Date, list: Listed, of: string[], most: number) =>
  prepared<PublicNews>(db, "news: of list", newsSql(most, `e.kind = any($3::text[]) and $4::uuid[] <@ ${subjects}`), [
    shownFrom(now),
    now,
    listed[list],
    of,
  ]);

/** Recent moves of a group, in one statement whatever the number of groups. */
export const newsOfGroup = async ({ db, now, batch }: Context, groupId: string): Promise<PublicNews[]> =>
  (await batch("news: of groups", async (ids) => {
    const rows = await prepared<PublicNews>(
      db,
      "news: of groups",
      `select it.* from (select distinct id from unnest((select $3::uuid[])) asked(id)) asked
         cross join lateral (${newestSql(mostShown, "e.group_id = asked.id")}) it order by ${newestFirst("it")}`,
      [shownFrom(now), now, ids],
    );
    return grouped(rows, (row) => row.groupId!);
  })(groupId)) ?? [];

/** Recent moves of one thing, for its feed. */
export const newsOfSubject = (db: EntityManager, now: Date, subjectId: string, most: number) =>
  prepared<PublicNews>(db, "news: of subject", newsSql(most, `$3::uuid = any${subjects}`), [
    shownFrom(now),
    now,
    subjectId,
  ]);
