import type { EntityManager } from "typeorm";
import type { ModeratedKind } from "../../../graphql/resolvers.generated.ts";
import type { Act } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { countOf } from "../../../platform/retention.ts";
import { signed } from "../../../platform/secret.ts";
import { RecentTexts } from "./recentText.entity.ts";

type TextName = { kind: ModeratedKind; textId: string };

/** Keeps for a few days that texts came from their author: account, or device of whoever has none. */
export const keepRecent = (act: Act, texts: (TextName & { groupId: string })[]) =>
  prepared(act.db, "recent text: kept", kept, [
    texts.map(({ kind }) => kind),
    texts.map(({ textId }) => textId),
    texts.map(({ groupId }) => groupId),
    texts.map(({ groupId }) => authorAt(act, groupId)),
    dayOf(act.now),
  ]);

/** Digest of the author of what is written to a group: their account, or the device of whoever has none. */
export const authorAt = ({ viewer, deviceAt }: Act, groupId: string) =>
  viewer.id ? signed(`author at ${groupId}`, viewer.id).toString("hex") : deviceAt(`recent ${groupId}`);

/** SQL: keeps rows of `kind`, `text_id`, `group_id`, `author_digest` and the day, of texts that are new. */
export const keepsRecent = (rows: string) =>
  `insert into recent_text (kind, text_id, group_id, author_digest, written_on, is_seen, nth)
   select t.kind, t.text_id, t.group_id, t.author_digest, t.day::date, false,
     b.n + row_number() over (partition by t.author_digest, b.answers)
   from (${rows}) t(kind, text_id, group_id, author_digest, day) join (
     select d.author_digest, d.answers, recent_before(d.author_digest, d.answers) as n from (
       select distinct t.author_digest, t.kind = 'CONTRIBUTION' as answers
       from (${rows}) t(kind, text_id, group_id, author_digest, day) order by 1, 2) d offset 0) b
     on b.author_digest = t.author_digest and b.answers = (t.kind = 'CONTRIBUTION')`;

const kept = `${keepsRecent("select *, $5 from unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[])")}
   on conflict (kind, text_id) do update set group_id = excluded.group_id, author_digest = excluded.author_digest,
     written_on = excluded.written_on, is_seen = false, nth = excluded.nth`;

/** Forgets who wrote what, a few days later. */
export const forgetRecent = (db: EntityManager, now: Date, after: string) =>
  countOf(db, "delete from recent_text where written_on < $1::date - $2::interval", [dayOf(now), after]);

/** Says whether a moderator ruled on a text. */
export const markSeen = (db: EntityManager, { kind, textId }: TextName, isSeen: boolean) =>
  db.update(RecentTexts, { kind, textId }, { isSeen });

/** Texts that came with some from whoever writes a lot, that nobody ruled on yet: at most so many. */
export async function busyWith(db: EntityManager, texts: TextName[], limit: number): Promise<TextName[]> {
  if (limit <= 0) return [];
  const found = await db.query<TextName[]>(
    `select o.kind, o.text_id as "textId" from recent_text o where not o.is_seen and o.author_digest in (
       select t.author_digest from recent_text t where t.kind || ':' || t.text_id = any($1::text[]))
     order by o.text_id limit $2`,
    [texts.map(({ kind, textId }) => `${kind}:${textId.toLowerCase()}`), limit],
  );
  return found;
}
