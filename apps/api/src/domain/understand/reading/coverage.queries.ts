import type { Channel } from "../../../graphql/resolvers.generated.ts";
import { grouped, keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { shownCells } from "../../listen/result/small.ts";
import type { Territory } from "../../ground/territory/territory.entity.ts";
import { territories } from "../../ground/territory/territory.queries.ts";
import { keptTexts } from "../passage/texts.kept.ts";
import { nobody } from "../../ground/tally/text.sql.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { cameTold } from "../../listen/questionnaire/published.queries.ts";
import { allCited, cited, countWithoutFollowUp, theirs } from "./reading.filter.ts";

/** Counts of texts read, marked and cited. Read includes marked, and marked includes cited. */
export interface ShareRead {
  texts: number;
  read: number | null;
  marked: number | null;
  cited: number | null;
}

/** Counts of texts by the stage they stopped at: not read, read, marked, cited. */
export type Stages = readonly [number, number, number, number];

/**
 * Answers the shares of groups of texts, from their counts by stage. Told as results are: no cell under five, nor
 * anything that tells one by subtraction (`small.ts`); a hidden cell makes null.
 */
export function sharesOf(groups: readonly Stages[]): ShareRead[] {
  const shown = shownCells(groups);
  return groups.map((stages, row) => {
    const from = (stage: number) =>
      shown[row]!.slice(stage).every(Boolean) ? stages.slice(stage).reduce((all, one) => all + one, 0) : null;
    return { texts: total(stages), read: from(1), marked: from(2), cited: from(3) };
  });
}

const total = (stages: Stages) => stages.reduce((all, one) => all + one, 0);

interface Counted {
  key: string;
  regionId: string | null;
  channel: Channel;
  stage: number;
  texts: number;
}

/** Reading coverage of the texts of an objective. */
export interface ReadingCoverage {
  objectiveId: string;
  whole: ShareRead;
  regions: { region: Territory; share: ShareRead }[];
  channels: { channel: Channel; share: ShareRead }[];
}

/** SQL: texts of objectives that are counted; blocks of minutes are left out: they are there only once they are read. */
const apart = () => `${theirs("null")} and c.minutes_block_id is null`;

/**
 * Counts of texts by what is kept of each, but for those, few, that wait for others before they are counted. Cited ones are
 * among the marked ones.
 */
const counts = () => {
  const led = `exists (select from (${cited()}) led where led.contribution_id = c.id)`;
  const stage = `case when c.marked and ${led} then 3 when c.marked then 2 when c.readers > 0 then 1 else 0 end`;
  return `select key, nullif("regionId", ${nobody}) as "regionId", channel, stage, sum(n)::int as texts from (
      select y.objective_id as key, y.region_id as "regionId", y.channel,
        case when y.marked then 2 when y.readers > 0 then 1 else 0 end as stage, y.n
      from ${keptTexts({ groups: "null", where: `y.objective_id = any($1::uuid[]) and y.channel <> 'MINUTES'` })}
      union all
      select o.id, coalesce(c.region_id, ${nobody}), c.channel, ${stage}, -1
      from objective o join questionnaire q on q.objective_id = o.id join response r on r.questionnaire_id = q.id and r.awaits_others
      join contribution c on c.response_id = r.id where o.id = any($1::uuid[]) and c.objective_id = o.id and ${apart()}
        and not (${visible("c")} or ${cameTold("c")})) each
    group by 1, 2, 3, 4 having sum(n) <> 0`;
};

/** Counts of the texts that are cited, found by what cites them: they change with an act of the team, and are kept until then. */
const citedCounts =
  () => `select c.objective_id as key, c.region_id as "regionId", c.channel, 3 as stage, count(*)::int as texts
  from (${allCited()}) s join contribution c on c.id = s.contribution_id and c.marked
  where c.objective_id = any($1::uuid[]) and ${apart()} group by 1, 2, 3`;

/** Counts of the texts of an objective, each at the stage where it stopped. */
async function stagesOf({ db, batch, cached }: Context, objectiveId: string): Promise<Counted[]> {
  const read = (name: string, text: string) => async (ids: string[]) =>
    grouped(await prepared<Counted>(db, name, text, [ids]), ({ key }) => key);
  const whole = "objective: reading coverage";
  const those = "objective: cited texts";
  const [all = [], some = []] = await Promise.all([
    batch(whole, read(whole, counts()))(objectiveId),
    cached(those, read(those, citedCounts()))(objectiveId),
  ]);
  return [...all, ...some, ...some.map((it) => ({ ...it, stage: 2, texts: -it.texts }))];
}

/** Answers the shares of texts of an objective read, marked and cited, by region and by channel. */
export async function readingCoverageOf(context: Context, objectiveId: string): Promise<ReadingCoverage> {
  const [rows, regions] = await Promise.all([stagesOf(context, objectiveId), territories(context, "REGION")]);
  const within = (here: Counted[]): Stages => {
    const at = (stage: number) => here.reduce((all, it) => all + (it.stage === stage ? it.texts : 0), 0);
    return [at(0), at(1), at(2), at(3)];
  };
  const whole = within(rows);
  const some = ([, here]: [unknown, Counted[]]) => total(within(here)) > 0;
  const byRegion = [...Map.groupBy(rows, ({ regionId }) => regionId)].filter(some);
  const byChannel = [...Map.groupBy(rows, ({ channel }) => channel)].filter(some);
  // Texts whose region is not known are a group too: they could be told from the others and the whole.
  const ofRegions = sharesOf(byRegion.map(([, here]) => within(here)));
  const ofChannels = sharesOf(byChannel.map(([, here]) => within(here)));
  return {
    objectiveId,
    whole: { texts: total(whole), read: total(whole) - whole[0], marked: whole[2] + whole[3], cited: whole[3] },
    regions: regions.flatMap((region) => {
      const row = byRegion.findIndex(([id]) => id === region.id);
      return row < 0 ? [] : [{ region, share: ofRegions[row]! }];
    }),
    channels: byChannel
      .map(([channel], row) => ({ channel, share: ofChannels[row]! }))
      .toSorted((a, b) => b.share.texts - a.share.texts),
  };
}

/** Counts the responses to an objective that led nowhere. */
export async function withoutFollowUpOf({ db, batch, now }: Context, objectiveId: string): Promise<number> {
  const what = "objective: without follow-up";
  const text = `select o.id as key, ${countWithoutFollowUp(
    "$2",
    `${theirs("null")} and c.objective_id = o.id`,
    "objective",
    "select o.id",
  )} as count
    from objective o where o.id = any($1::uuid[])`;
  const loader = batch(what, async (ids) => {
    const rows = await prepared<{ key: string; count: number }>(db, what, text, [ids, dayOf(now, -14)]);
    return keyed(rows, ({ key }) => key);
  });
  return (await loader(objectiveId))?.count ?? 0;
}
