import type { EntityManager } from "typeorm";
import { visibleText } from "../../ground/moderation/visibility.columns.ts";
import type { ReadingFilter } from "../../../graphql/resolvers.generated.ts";
import type { Context, Transaction } from "../../../platform/context.ts";
import { zone } from "../../../platform/day.ts";
import { type Contribution, Contributions } from "../../listen/contribution/contribution.entity.ts";
import { keepBlock } from "../../listen/contribution/contribution.writes.ts";
import { publishedMinutes } from "../../meet/minutes/minutes.sql.ts";

type FromMinutes = Pick<
  Contribution,
  "id" | "themeId" | "objectiveId" | "meetingId" | "body" | "territoryId" | "regionId" | "contributedOn" | "fictional"
>;

/** Blocks `b` of published minutes `m` of meetings `t` of groups `g`; those in draft and in review are not read here. */
const published = `from minutes_block b join minutes m on m.id = b.minutes_id and ${publishedMinutes("m")}
  join meeting t on t.id = m.meeting_id join working_group g on g.id = t.group_id`;

/** SQL: a block of minutes as a contribution: of the objective of its meeting, if it has only one. */
const asContributions = `select b.id, g.theme_id as "themeId", t.id as "meetingId", b.text as body,
  t.territory_id as "territoryId", t.region_id as "regionId", t.fictional,
  to_char(t.starts_at at time zone '${zone}', 'YYYY-MM-DD') as "contributedOn",
  (select case when count(*) = 1 then (array_agg(l.objective_id))[1] end from meeting_objective l
    where l.meeting_id = t.id) as "objectiveId" ${published}`;

/** A block said as a contribution: of a meeting, not of somebody; nothing is kept before somebody reads or marks it. */
const contributionOf = (it: FromMinutes): Contribution => ({
  ...it,
  minutesBlockId: it.id,
  responseId: null,
  questionId: null,
  channel: "MINUTES",
  ...visibleText,
  appearance: "ANONYMOUS",
  authorName: null,
  speaksAs: "GROUP",
  organisationName: null,
  organisationId: null,
  organisationType: null,
  sectors: [],
  notRetained: null,
  notRetainedNote: null,
  notRetainedOn: null,
  forwardedThemeId: null,
  saidById: null,
  importKey: null,
  importedOn: null,
  revision: 1,
  questionRevision: 1,
  readers: 0,
  marked: false,
  heldFlood: null,
});

/** Of some ids, those that are blocks of published minutes, said as contributions. */
async function blocksAmong(db: EntityManager, ids: string[]): Promise<Contribution[]> {
  const rows = await db.query<FromMinutes[]>(`${asContributions} where b.id = any($1::uuid[])`, [ids]);
  return rows.map(contributionOf);
}

/** A contribution, or a block of published minutes that is not one yet. */
export async function contributionOrBlock(context: Context, id: string): Promise<Contribution | null> {
  const block = context.batch("reading: block", async (ids) => {
    const rows = await blocksAmong(context.db, ids);
    return new Map(rows.map((row) => [row.id, row]));
  });
  return (await context.load(Contributions, id)) ?? (await block(id)) ?? null;
}

/** Makes contributions of those of some ids that are blocks nobody read or marked before. */
export async function takeUpBlocks({ db, record }: Transaction, ids: string[]) {
  const known = await db.query<{ id: string }[]>("select id from contribution where id = any($1::uuid[])", [ids]);
  const unknown = ids.filter((id) => !known.some((row) => row.id === id));
  if (!unknown.length) return;
  for (const block of await blocksAmong(db, unknown))
    if (await keepBlock(db, block)) await record("minutesBlock.takenUp", block.id);
}

/** A block in its place among all of them, and whether it is to be listed. */
interface MinutesPlace {
  id: string;
  listed: boolean;
}

/** All blocks of a filter, newest meeting first, in the order of their minutes: they are read as they were said. */
export async function blocksToRead(
  context: Context,
  groups: string[] | null,
  { objective, territory, unread }: ReadingFilter,
): Promise<MinutesPlace[]> {
  const text = `select b.id, (not $2 or not exists (select from reading r where r.contribution_id = b.id)) as listed
    ${published}
    where ($1::uuid[] is null or t.group_id = any($1::uuid[]))
      and ($3::text is null or exists (select from meeting_objective l join objective o on o.id = l.objective_id
        where l.meeting_id = t.id and o.slug = $3))
      and ($4::text is null or exists (select from territory x
        where x.slug = $4 and (x.id = t.region_id or x.id = t.territory_id)))
    order by t.starts_at desc, t.id, b.position`;
  return context.db.query<MinutesPlace[]>(text, [groups, unread ?? true, objective ?? null, territory ?? null]);
}
