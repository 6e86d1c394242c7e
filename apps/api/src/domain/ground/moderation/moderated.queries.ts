import { countedOneByOne } from "@cahier/schema/limits";
import type { HeldBecause, ModeratedKind, ReportReason } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { grouped } from "../../../platform/data/batch.ts";
import { dayOf } from "../../../platform/day.ts";
import { joinedIn } from "../../../platform/data/joined.ts";
import { prepared } from "../../../platform/data/statement.ts";
import {
  type Floods,
  groupRuling,
  type HeldIn,
  moderatedKinds,
  moderatedNamed,
  type Part,
} from "../../../platform/moderated.ts";
import { heldOn } from "../../../platform/viewer.ts";
import type { HeldText } from "./heldText.ts";
import { moderationPolicy } from "./moderation.policy.ts";
import { authorOf, busy } from "../recentText/recentText.sql.ts";
import { held as isHeld, openReports } from "./status.sql.ts";

/** A text as its room reads it. */
export interface ModeratedRow extends Pick<
  HeldText,
  "kind" | "textId" | "givenOn" | "status" | "about" | "quoted" | "path" | "answered"
> {
  groupId: string;
  parts: (Omit<Part, "text"> & { text: string | null })[];
  changed: boolean;
  /** The ruling in force; null for a text that nobody ruled on. */
  ruled: string | null;
  reports: { reason: ReportReason; count: number }[];
  /** The day from which it waits: it came, or the first report did. */
  since: string;
  /** Place of its kind of wait in the queue. */
  rank: number;
  /** Why it waits beside its words. */
  holds: HeldBecause[] | null;
  /** Number of others of the same flood, no more than one more than are counted one by one; on the queue alone. */
  alike?: number;
}

/** SQL: the day from which a text `x` waits: it came, or the first report did. */
const sinceOf = (kind: string, rank: string) =>
  `(case ${rank} when 1 then (select min(p.reported_on) ${openReports(kind, "x")}) else x.given_on end)`;

const columns = (kind: string) => `'${kind}' as kind, x.id as "textId", x.group_id as "groupId",
  x.given_on::text as "givenOn", x.status, x.parts, x.about, x.quoted, x.path,
  exists (select from ruling g where g.kind = '${kind}' and g.text_id = x.id and g.outcome = 'HIDDEN'
    and g.lifted_at is not null) as changed,
  (select coalesce(jsonb_agg(jsonb_build_object('reason', c.reason, 'count', c.count) order by c.count desc, c.reason), '[]')
    from (select p.reason, count(*)::int as count ${openReports(kind, "x")} group by 1) c) as reports,
  x.given_on::text as since, 0 as rank,
  (select g.note from ruling g where g.kind = '${kind}' and g.text_id = x.id and g.outcome = 'ANSWERED'
    and g.lifted_at is null order by g.id desc limit 1) as answered,
  (select g.id from ruling g where g.kind = '${kind}' and g.text_id = x.id and g.lifted_at is null
    order by g.id desc limit 1) as ruled,
  (select h.because from hold h where h.kind = '${kind}' and h.text_id = x.id) as holds`;

/** SQL: a row `x` of a kind is for moderators of groups `$1`. */
const ofGroups = (kind: string, x: string) =>
  moderatedNamed(kind).ofAnyGroup ? "cardinality($1::uuid[]) > 0" : `${x}.group_id = any($1::uuid[])`;

/** SQL: reports of texts of a kind in groups `$1` that nobody answered: few, so that no list of texts is read whole. */
const reportedIds = (kind: string) => `select p.text_id from report p where p.kind = '${kind}'
  and p.settled_by_id is null and ${ofGroups(kind, "p")}`;

/** SQL: the texts of a kind that are held, as they are told, where many may be. */
type Held = (kind: string, heldIn: HeldIn) => string;

/**
 * The oldest of each list: one more than are counted, and the day of the first is that of all. No text is looked up, and
 * those of a group are counted before they stand with others, so that thousands are not put in order.
 */
const counted: Held = (_, heldIn) =>
  `select k."groupId", 0 as rank, count(*) as texts, min(k.since) as since from (${heldIn(
    (day, id) => `order by ${day}, ${id} limit ${countedOneByOne + 1}`,
    ({ group, day }) => `${group} as "groupId", ${day} as since`,
  )}) k group by 1`;

/** SQL: what ends a list of a page: `$6` after the place `$2` to `$5`, the oldest first. */
const ofPage = (kind: string, day: string, id: string) =>
  `and ${day} >= case when $2::text is null then '-infinity' when $2 = '0' then $3::text::date else 'infinity' end
  and ($2 is null or ('0', ${day}::text, '${kind}', ${id}::text) > ($2, $3, $4, $5)) order by ${day}, ${id} limit $6`;

/** SQL: the first text of each flood of a kind: one after the other in an index, where it is the next one past a flood. */
function firstOfFloods(kind: string, { table, day, group }: Floods) {
  const first = `it.held_flood as digest, it.id, it.${day} as day, ${group} as group_id from ${table} it where ${isHeld("it")}`;
  const next = (past: string) =>
    `(select ${first} and it.held_flood ${past} order by it.held_flood, it.${day}, it.id limit 1)`;
  return `(with recursive flood as (${next("is not null")}
      union all select it.* from flood cross join lateral ${next("> flood.digest")} it)
    select f.id, f.day from flood f where f.group_id = any($1::uuid[]) ${ofPage(kind, "f.day", "f.id")})`;
}

/** SQL: ids of a page, of the texts of each list that came in no flood, and of the first ones of floods. */
function pagedIds(kind: string, heldIn: HeldIn) {
  const { floods } = moderatedNamed(kind);
  const alone = heldIn(
    (day, id) => `${floods ? "and it.held_flood is null" : ""} ${ofPage(kind, day, id)}`,
    ({ id, day }) => `${id} as id, ${day} as day`,
  );
  return `select w.id from (${alone} ${floods ? `union all ${firstOfFloods(kind, floods)}` : ""}) w order by w.day, w.id limit $6`;
}

const paged: Held = (kind, heldIn) => {
  const { rows, held } = moderatedNamed(kind);
  return `select ${placed(kind, "0")} from (${rows()}
    where (${held}) is true and it.id = any(array(${pagedIds(kind, heldIn)}))) x where ${ofGroups(kind, "x")}`;
};

/**
 * SQL: the texts that wait, of every kind, in groups `$1`: held (rank 0), then reported, then of whoever writes a lot.
 * A list of texts is never read whole: the last two are few, and of a kind of which many are held `heldAs` reads some.
 */
const waitingText = (told: (kind: string, rank: string) => string, heldAs: Held) =>
  `with ${busy}\n${moderatedKinds()
    .flatMap(([kind, { rows, held, heldIn, shown }]) => [
      heldIn
        ? heldAs(kind, heldIn)
        : `select ${told(kind, "0")} from (${rows()} where ${held}) x where ${ofGroups(kind, "x")}`,
      ...(shown ? [`select ${told(kind, "x.rank")} from (${shownText(kind, rows(), shown)}) x where x.rank > 0`] : []),
    ])
    .join("\nunion all\n")}`;

/** SQL: texts of a kind that show, each with its rank: 1 for one that was reported, 2 for one of whoever writes a lot. */
function shownText(kind: string, rows: string, shown: string) {
  const many = `select b.text_id from busy b where b.kind = '${kind}'`;
  return `select y.*, case when exists (select ${openReports(kind, "y")}) then 1 when y.id in (${many}) then 2 else 0 end as rank
    from (${rows} where ${shown} and it.id in (${reportedIds(kind)} union ${many})) y where ${ofGroups(kind, "y")}`;
}

/** SQL: of a text that waits, no more than is counted. */
const slim = (kind: string, rank: string) =>
  `${ofAny(kind)} as "groupId", ${rank} as rank, 1 as texts, ${sinceOf(kind, rank)} as since`;

/** SQL: of a text that waits, its place in the order and what it is folded with. */
const placed = (
  kind: string,
  rank: string,
) => `'${kind}' as kind, x.id as "textId", ${rank} as rank, ${sinceOf(kind, rank)}::text as since,
  case ${rank} when 2 then ${authorOf(kind, "x")}
    else (select h.flood_digest from hold h where h.kind = '${kind}' and h.text_id = x.id) end as flood`;

/** Context of the person who asks which groups they moderate: within a command nothing is kept. */
type Asking = Pick<Context, "db" | "viewer" | "now"> & Partial<Pick<Context, "reference">>;

/** Groups that a viewer moderates. */
export async function moderatedGroups({ db, viewer, now, reference }: Asking): Promise<string[]> {
  if (!moderationPolicy.hold(viewer)) return [];
  const day = dayOf(now);
  const read = () =>
    prepared<{ id: string; moderated: boolean }>(
      db,
      "moderation: groups",
      `select w.id, exists (select from role_grant g where g.role = 'MODERATOR' and ${heldOn("g", "$1::date")}
         and g.territory_id is null and (g.group_id is null or g.group_id = w.id)) as moderated
       from working_group w order by w.id`,
      [day],
    );
  const groups = await (reference ? reference(`moderation: groups ${day}`, read) : read());
  return groups.filter(({ id, moderated }) => moderationPolicy.rule(viewer, id, moderated)).map(({ id }) => id);
}

/** True if a viewer who moderates some groups rules on a text. Pure. */
export function mayRuleIn(groups: string[], text: { kind: string; groupId: string }): boolean {
  const group = groupRuling(text);
  return group === null ? groups.length > 0 : groups.includes(group);
}

/** SQL: a count, no more than one more than are counted one by one. */
const upTo = (count: string) => `least(${count}, ${countedOneByOne + 1})::int`;

/** Counts of texts in some groups, by list, and the day since when the oldest that is held or reported waits. */
export async function waitingCounts({ joined, batch }: Pick<Context, "joined" | "batch">, groups: string[]) {
  const loader = batch("moderation: counts", async ([key]) => {
    const [counts] = await joined<{ held: number; reported: number; busy: number; since: string | null }>(
      "moderation: counts",
      `select ${["held", "reported", "busy"].map((list, rank) => `${upTo(`coalesce(sum(h.texts) filter (where h.rank = ${rank}), 0)`)} as ${list}`).join(", ")},
         (min(h.since) filter (where h.rank < 2))::text as since
       from (${waitingText(slim, counted)}) h`,
      [groups],
    );
    return new Map([[key!, counts]]);
  });
  return (await loader(groups.join(" ")))!;
}

/** Asked with others within a request, of its transaction within a command. */
type Asked = Pick<Context, "db"> & Partial<Pick<Context, "joined">>;

/** Texts of a group that wait, of one list. */
export interface WaitingTexts {
  /** Null for texts that moderators of any group rule on. */
  groupId: string | null;
  /** 0 for those that are held, 1 for those that were reported. */
  rank: number;
  count: number;
  since: string;
}

/** Texts that wait in some groups, group by group: those that are held, then those that were reported. */
export const waitingByGroup = (asked: Asked, groups: string[]): Promise<WaitingTexts[]> =>
  joinedIn(asked)(
    "moderation: by group",
    `select h."groupId", h.rank, ${upTo("sum(h.texts)")} as count, min(h.since)::text as since
     from (${waitingText(slim, counted)}) h
     where h.rank < 2 group by 1, 2 order by 1, 2`,
    [groups],
  );

/** SQL: the group of a row `x` of a kind; null where moderators of any group rule on it. */
const ofAny = (kind: string) => (moderatedNamed(kind).ofAnyGroup ? "null::uuid" : "x.group_id");

/**
 * SQL: the same, with the place `$2` to `$5` and the number `$6` behind sub-selects, where the planner does not look: with
 * them it would make a plan at each page, which takes longer than the answer.
 */
const unseen = (sql: string) =>
  sql.replaceAll(/\$([2-5])(::text)?/g, "(select $$$1::text)").replaceAll("$6", "(select $6::int)");

/** SQL: others in the flood of a text `h` of a kind of which many may be held; its order names the index. */
const inFlood = () => {
  const others = (kind: string, table: string) => `when h.kind = '${kind}' and h.rank = 0 and h.flood is not null then (
    select count(*) - 1 from (select from ${table} it where ${isHeld("it")} and it.held_flood between h.flood and h.flood
      order by it.held_flood limit ${countedOneByOne + 2}) a)`;
  return `case ${moderatedKinds()
    .map(([kind, { floods }]) => (floods ? others(kind, floods.table) : ""))
    .join(" ")} else`;
};

/**
 * Texts that wait in some groups, list by list, oldest first, after a place in that order; one of each flood or author.
 * They are put in order by little, and those of the page alone are read, however many wait.
 */
export async function waitingRows(context: Context, groups: string[], after: (string | null)[], limit: number) {
  const places = await context.joined<Pick<ModeratedRow, "kind" | "textId" | "rank" | "since" | "alike">>(
    "moderation: places",
    unseen(`select h.kind, h."textId", h.rank, h.since, ${upTo(`${inFlood()} h.alike end`)} as alike from (
       select * from (
         select h.*, count(*) over alike - 1 as alike, row_number() over (alike order by h.rank, h.since, h.kind, h."textId") as place
         from (${waitingText(placed, paged)}) h window alike as (partition by coalesce(h.flood, h."textId"::text))
       ) h
       where h.place = 1 and ($2::text is null or (h.rank::text, h.since, h.kind, h."textId"::text) > ($2, $3, $4, $5))
       order by h.rank, h.since, h.kind, h."textId"::text limit $6
     ) h order by h.rank, h.since, h.kind, h."textId"::text`),
    [groups, ...after, limit],
  );
  const rows = new Map((await moderatedRows(context, places)).map((row) => [`${row.kind}:${row.textId}`, row]));
  return places.flatMap(({ kind, textId, rank, since, alike }) => {
    const row = rows.get(`${kind}:${textId}`);
    return row ? [{ ...row, rank, since, alike }] : [];
  });
}

/** Words that came with the reports of a text that nobody answered, the last ones first, 20 at most. */
export async function reportNotes({ db, batch }: Context, { kind, textId }: Pick<HeldText, "kind" | "textId">) {
  const loader = batch(`moderation: notes on ${kind}`, async (ids) =>
    grouped(
      await db.query<{ key: string; note: string }[]>(
        `select n.key, n.note from (select p.text_id as key, p.note, p.reported_on,
             row_number() over (partition by p.text_id order by p.reported_on desc, p.id) as place from report p
           where p.kind = $2 and p.text_id = any($1::uuid[]) and p.settled_by_id is null and p.note is not null) n
         where n.place <= 20 order by n.place`,
        [ids, kind],
      ),
      ({ key }) => key,
    ),
  );
  return ((await loader(textId)) ?? []).map(({ note }) => note);
}

/** Texts by kind and id, whatever their visibility. */
export async function moderatedRows(asked: Asked, texts: { kind: ModeratedKind; textId: string }[]) {
  const present = moderatedKinds().filter(([kind]) => texts.some((text) => text.kind === kind));
  if (present.length === 0) return [];
  const parts = present.map(
    ([kind, { rows }], place) => `select ${columns(kind)} from (${rows()} where it.id = any($${place + 1}::uuid[])) x`,
  );
  // PostgreSQL reads no more than 63 letters of a name: which kinds, in their order.
  const which = moderatedKinds().map(([kind]) => Number(texts.some((text) => text.kind === kind)));
  return joinedIn(asked)<ModeratedRow>(
    `moderation: texts ${which.join("")}`,
    parts.join("\nunion all\n"),
    present.map(([kind]) => texts.filter((text) => text.kind === kind).map(({ textId }) => textId)),
  );
}

/** Other answers of the same response, 20 at most; none where a text stands free. */
export async function besideOf({ joined, batch }: Context, { kind, textId }: Pick<HeldText, "kind" | "textId">) {
  const { beside } = moderatedNamed(kind);
  if (!beside) return [];
  const loader = batch(`moderation: beside ${kind}`, async (ids) =>
    grouped(
      await joined<{ key: string; label: string; text: string }>(`moderation: beside ${kind}`, beside, [ids]),
      ({ key }) => key,
    ),
  );
  return ((await loader(textId)) ?? []).slice(0, 20);
}
