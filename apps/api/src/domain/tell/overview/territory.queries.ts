import { announced } from "../../meet/meeting/meeting.sql.ts";
import type { Context } from "../../../platform/context.ts";
import { grouped, keyed } from "../../../platform/data/batch.ts";
import { columnsOf, prepared } from "../../../platform/data/statement.ts";
import { type Meeting, Meetings } from "../../meet/meeting/meeting.entity.ts";
import { type Initiative, Initiatives } from "../../propose/initiative/initiative.entity.ts";
import { type KeyPoint, KeyPoints } from "../../understand/keyPoint/keyPoint.entity.ts";
import { unpublished, visible } from "../../ground/moderation/status.sql.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { type Figure, tally } from "../../ground/tally/tally.sql.ts";
import { awaiting, waiting } from "../../listen/questionnaire/published.queries.ts";
import { stated } from "../../understand/keyPoint/keyPoint.sql.ts";
import { longestList, longestOfTerritory } from "@cahier/schema/limits";
import { dayOf, startOf } from "../../../platform/day.ts";
import { isId } from "../../../platform/text/text.ts";
import { validatedInitiative } from "../../propose/initiative/initiative.sql.ts";
import { publicProposal } from "../../propose/proposal/proposal.sql.ts";

interface TerritoryCounts {
  id: string;
  responses: number;
  contributions: number;
  unpublished: number;
  /** Of the contributions, those taken up, and those of which it was said why not. */
  takenUp: number;
  explained: number;
}

const noCounts = { responses: 0, contributions: 0, unpublished: 0, takenUp: 0, explained: 0 };

/** Territories that lie within those asked, named `place`; `within` is the one asked, of kind `level`. */
const within = `(select id as within, kind as level from territory where id = any($1::uuid[])) asked
  join territory place on within in (place.id, place.region_id, place.region2012_id)`;

/** A figure of a place, and that of those who answered with a name, which alone is told of a department. */
const toldOf = (all: Figure, named: Figure) =>
  `case level when 'DEPARTMENT' then ${tally(named, "place.id")} else ${tally(all, "place.id")} end`;

/** Counts of responses and contributions from a territory and from all that lies within it. */
export const countsOf = async ({ joined, batch }: Context, territoryId: string): Promise<Omit<TerritoryCounts, "id">> =>
  (await batch("territory: counts", async (ids) => {
    const rows = await joined<TerritoryCounts>(
      "territory: counts",
      `with waits as materialized (
         select r.territory_id, r.appearance, (${awaiting("r")})::int as responses,
           (select count(*) from contribution c where c.response_id = r.id and ${unpublished("c")}) as texts
         from response r where ${waiting("r")}
       )
       select within as id, sum(${toldOf("responses", "responses.named")} - coalesce(w.responses, 0))::int as responses,
         sum(${toldOf("texts", "texts.named")})::int as contributions,
         sum(${toldOf("taken", "taken.named")})::int as "takenUp",
         sum(${toldOf("explained", "explained.named")})::int as explained,
         sum(${toldOf("unpublished", "unpublished.named")} - coalesce(w.texts, 0))::int as unpublished
       from ${within}
       left join lateral (
         select sum(responses) as responses, sum(texts) as texts from waits
         where waits.territory_id = place.id and (level <> 'DEPARTMENT' or waits.appearance = 'NAMED')
       ) w on true
       group by 1`,
      [ids],
    );
    return keyed(rows, (row) => row.id);
  })(territoryId)) ?? noCounts;

/** Meetings of a territory that are told on its page: the others are in the list of meetings. */
const most = { begun: 12, coming: 24 };

/** Meetings held or announced in a territory, by date: the nearest ones. */
export async function meetingsOf(context: Context, territoryId: string): Promise<Meeting[]> {
  const all = await meetingsAbout(context, territoryId);
  const next = all.findIndex(({ startsAt }) => startsAt > context.now);
  const at = next < 0 ? all.length : next;
  return all.slice(Math.max(0, at - most.begun), at + most.coming);
}

/** Of each place those of a day, the last before it and the first after it: kept until the next day, whatever the hour. */
async function meetingsAbout({ db, cached, now }: Context, territoryId: string): Promise<Meeting[]> {
  const name = "territory: meetings";
  const days = [startOf(dayOf(now)), startOf(dayOf(now, 1))];
  const some = (
    when: string,
    end = "",
  ) => `(select it.* from meeting it where it.territory_id = place.id and ${announced()}
    and ${when} ${end})`;
  const rows = [
    some("it.starts_at < $2", `order by it.starts_at desc, it.id desc limit ${most.begun}`),
    some("it.starts_at >= $2 and it.starts_at < $3"),
    some("it.starts_at >= $3", `order by it.starts_at, it.id limit ${most.coming}`),
  ].join(" union all ");
  const text = `select ${columnsOf(db, Meetings)}, within from ${within} cross join lateral (${rows}) it order by it.starts_at, it.id`;
  const read = async (ids: string[]) =>
    grouped(await prepared<Meeting & { within: string }>(db, name, text, [ids, ...days]), (row) => row.within);
  return (await cached(name, read, days)(territoryId)) ?? [];
}

/** Initiatives of a territory, by name. */
export const initiativesOf = async ({ db, cached }: Context, territoryId: string): Promise<Initiative[]> =>
  (await cached("territory: initiatives", async (ids) => {
    const rows = await prepared<Initiative & { within: string }>(
      db,
      "territory: initiatives",
      `select ${columnsOf(db, Initiatives)}, asked.id as within from territory asked
       cross join lateral (
         select it.* from territory place join initiative it on it.territory_id = place.id
         where asked.id in (place.id, place.region_id, place.region2012_id) and ${validatedInitiative("it")}
         order by it.name limit ${longestList}
       ) it
       where asked.id = any($1::uuid[]) order by it.name`,
      [ids],
    );
    return grouped(rows, (row) => row.within);
  })(territoryId)) ?? [];

/** Rows of a list of a territory, in their order, at most so many after one of them; `total` counts all of them. */
const part = (rows: string) => `x as (${rows}), page as (
  select * from x where place > coalesce((select f.place from x f where f.id = $2 and f.within = x.within), 0)
    and place <= coalesce((select f.place from x f where f.id = $2 and f.within = x.within), 0) + ${longestOfTerritory})`;

/**
 * The place of a territory's words, by its kind: links tell those of a region and of a department, of which only
 * texts of those who gave a name are told; a former region is told by its texts.
 */
const beside = { REGION: "region_id", DEPARTMENT: "place_id", REGION_2012: null };
type Kind = keyof typeof beside;

/** SQL: `name`, things linked to passages of territories of a kind, each once; `link`, those links. */
function linked(name: string, table: string, of: string, kind: Kind) {
  const column = beside[kind];
  if (column)
    return {
      sql: `${name} as (select distinct l.${column} as within, l.${of} from ${table} l where l.${column} = any($1::uuid[]))`,
      link: `${table} l where l.${column} = page.within and l.${of}`,
    };
  return {
    sql: `${name}_words as materialized (
        select within, l.${of}, l.passage_id from ${within} join passage p on true join ${table} l on l.passage_id = p.id
        join contribution c on c.id = p.contribution_id and c.territory_id = place.id and ${visible("c")} and c.marked
      ), ${name} as (select distinct within, ${of} from ${name}_words)`,
    link: `${name}_words l where l.within = page.within and l.${of}`,
  };
}

const saidIn = (kind: Kind) => linked("said", "key_point_passage", "key_point_id", kind);
const citedIn = (kind: Kind) => linked("cited", "statement_passage", "statement_id", kind);

interface Part<Row> {
  rows: Row[];
  total: number;
}

type Placed = { id: string; within: string; total: number };

/** A part of a list of a territory, after a row of it. */
async function partOf<Row>(
  { db, cached, load }: Context,
  list: string,
  textOf: (kind: Kind) => string,
  territoryId: string,
  after?: string | null,
): Promise<Part<Row>> {
  const { kind } = (await load(Territories, territoryId))!;
  const last = after && isId(after) ? after : null;
  // A statement of each kind: one of all took longer to be planned than to be answered.
  const name = `${list} ${kind}`;
  const loader = cached(
    name,
    async (ids) => grouped(await prepared<Row & Placed>(db, name, textOf(kind), [ids, last]), ({ within: of }) => of),
    [last],
  );
  const rows = (await loader(territoryId)) ?? [];
  return { rows, total: rows[0]?.total ?? 0 };
}

/** Stated key points that published words from a territory support, after one of them; how many there are. */
export const keyPointsOf = (context: Context, territoryId: string, after?: string | null): Promise<Part<KeyPoint>> =>
  partOf(
    context,
    "territory: key points",
    (
      kind,
    ) => `with ${saidIn(kind).sql}, ${part(`select it.id, source.within, count(*) over (partition by source.within)::int as total,
        row_number() over (partition by source.within order by o.number, it.number, it.id) as place
      from said source join key_point it on it.id = source.key_point_id and ${stated("it")}
      join objective o on o.id = it.objective_id`)}
     select ${columnsOf(context.db, KeyPoints)}, page.within, page.total
     from page join key_point it on it.id = page.id order by page.place`,
    territoryId,
    after,
  );

/** A proposal that words from a territory feed, and the shortest of them. */
interface Fed {
  id: string;
  passageIds: string[];
}

/** Words shown beside a proposal at most. */
const words = 4;

/**
 * Proposals that can be read and that published words from a territory feed, directly or through key points, after one of
 * them, with the shortest of these words; how many there are. Words are looked up for those that are shown.
 */
export const fedOf = (context: Context, territoryId: string, after?: string | null): Promise<Part<Fed>> =>
  partOf(
    context,
    "territory: fed",
    (kind) => {
      const [said, cited] = [saidIn(kind), citedIn(kind)];
      return `with ${said.sql}, ${cited.sql}, fed as (
       select said.within, s.proposal_id from said
       join key_point k on k.id = said.key_point_id and ${stated("k")}
       join statement_key_point sk on sk.key_point_id = k.id join statement s on s.id = sk.statement_id
       union
       select cited.within, s.proposal_id from cited join statement s on s.id = cited.statement_id
     ), ${part(`select it.id, fed.within, count(*) over (partition by fed.within)::int as total,
         row_number() over (partition by fed.within order by it.number, it.id) as place
       from fed join proposal it on it.id = fed.proposal_id and ${publicProposal("it")}`)}, word as materialized (
       select page.id, page.within, l.passage_id from (
         select distinct page.id, page.within, k.id as point from page join statement s on s.proposal_id = page.id
         join statement_key_point sk on sk.statement_id = s.id join key_point k on k.id = sk.key_point_id and ${stated("k")}) page
       cross join lateral (select l.passage_id from ${said.link} = page.point) l
       union
       select page.id, page.within, l.passage_id from page join statement s on s.proposal_id = page.id
       cross join lateral (select l.passage_id from ${cited.link} = s.id) l
     )
     select id, within, page.total, array_agg(passage_id order by near) as "passageIds" from page join (
       select word.*, row_number() over (partition by within, id order by length, passage_id) as near
       from word cross join lateral (select length(p.quote) from passage p where p.id = word.passage_id limit 1) quote
     ) word using (id, within) where near <= ${words} group by id, within, page.total, page.place order by page.place`;
    },
    territoryId,
    after,
  );
