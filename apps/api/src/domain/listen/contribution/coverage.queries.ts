import type { ResolversTypes } from "../../../graphql/resolvers.generated.ts";
import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { territories } from "../../ground/territory/territory.queries.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { awaiting } from "../questionnaire/published.queries.ts";

/** Scope of a coverage: all responses to a group or an objective, or the contributions that something cites. Ids. */
export type CoverageScope = { group: string } | { objective: string } | { contributionIds: string[] };

interface Heard {
  regionId: string;
  responses: number;
  contributions: number;
}

/**
 * Coverage of a scope: today's regions, heard and not heard. Responses that their authors keep unpublished are counted;
 * only counts are told. Two statements for any number of coverages on a page.
 */
export async function coverageOf(context: Context, scope: CoverageScope): Promise<Awaited<ResolversTypes["Coverage"]>> {
  const [regions, heard] = await Promise.all([territories(context, "REGION"), heardIn(context, scope)]);
  const counts = new Map(heard?.map((region) => [region.regionId, region]));
  const responses = sum(heard, (region) => region.responses);
  const people = regions.every(({ population }) => population) ? sum(regions, (region) => region.population!) : 0;
  const share = (part: number, whole: number) => (whole ? part / whole : 0);
  const rows = regions.map((territory) => {
    const found = counts.get(territory.id);
    return {
      territory,
      responses: found?.responses ?? 0,
      contributions: found?.contributions ?? 0,
      share: share(found?.responses ?? 0, responses),
      populationShare: people ? (territory.population ?? 0) / people : null,
    };
  });
  const silent = rows.filter((row) => !row.responses && !row.contributions);
  const byPeople = rows.toSorted((a, b) => (b.populationShare ?? 0) - (a.populationShare ?? 0));
  return {
    regions: rows,
    heardCount: rows.length - silent.length,
    notHeard: silent.map((row) => row.territory),
    responses,
    largest: responses && people ? byPeople[0]! : null,
  };
}

const sum = <Row>(rows: Row[] | undefined, of: (row: Row) => number) =>
  (rows ?? []).reduce((total, row) => total + of(row), 0);

function heardIn({ joined, batch, cached }: Context, scope: CoverageScope): Promise<Heard[] | undefined> {
  const ask = (name: string, text: string, key: string) =>
    batch(name, async (keys) => grouped(await joined<Heard & { key: string }>(name, text, [keys]), (row) => row.key))(
      key,
    );
  if ("group" in scope) return ask("coverage: groups", heardBy("o.group_id", "theme"), scope.group);
  if ("objective" in scope) return ask("coverage: objectives", heardBy("o.id", "objective"), scope.objective);
  const name = "coverage: contributions";
  // Rows are of a list by its place: its ids stand once in what is asked, not once for each of them.
  const listed = async (keys: string[]) => {
    const lists = keys.map((key) => JSON.parse(key) as string[]);
    const values = [lists.flatMap((ids, place) => ids.map(() => place)), lists.flat()];
    const rows = await joined<Heard & { place: number }>(name, heardThrough, values);
    return grouped(rows, ({ place }) => keys[place]!);
  };
  return cached(name, listed)(JSON.stringify(scope.contributionIds.toSorted()));
}

/** Contributions without an objective, such as imported ones, count for the group of their theme. */
const textsBy = { theme: "working_group s on s.theme_id", objective: "objective s on s.id" };

/** As kept, but for the responses that wait for others. */
const heardBy = (key: string, by: keyof typeof textsBy) => `
  select key, "regionId", sum(responses)::int as responses, sum(contributions)::int as contributions from (
    select ${key} as key, y.place_id as "regionId", y.n as responses, 0 as contributions
    from objective o join questionnaire q on q.objective_id = o.id join tally y on y.subject_id = q.id and y.figure = 'responses'
    where ${key} = any($1::uuid[])
    union all
    select ${key}, r.region_id, -1, 0
    from objective o join questionnaire q on q.objective_id = o.id join response r on r.questionnaire_id = q.id and ${awaiting("r")}
    where ${key} = any($1::uuid[])
    union all
    select s.id, y.place_id, 0, y.n from tally y join ${textsBy[by]} = y.subject_id
    where y.figure = 'texts' and s.id = any($1::uuid[])
  ) heard where "regionId" is not null group by 1, 2 having sum(responses) <> 0 or sum(contributions) <> 0`;

/** Of texts that something rests on, which are marked. People, not texts: what comes from one response counts once. */
const heardThrough = `
  select asked.place, c.region_id as "regionId", (count(distinct coalesce(c.response_id, c.id)) filter (where c.minutes_block_id is null))::int as responses,
    count(distinct c.id)::int as contributions
  from unnest($1::int[], $2::uuid[]) asked(place, id) join contribution c on c.id = asked.id and c.marked
  where ${visible("c")} and c.region_id is not null
  group by 1, 2`;
