import { countedOneByOne } from "@cahier/schema/limits";
import type { ReadingFilter } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { isId } from "../../../platform/text/text.ts";
import { drawnFor, keptFor, readSecond } from "../passage/second.filter.ts";
import { held, readByTeam, visible } from "../../ground/moderation/status.sql.ts";
import { nobody } from "../../ground/tally/text.sql.ts";

/**
 * WHERE clauses on contributions `c`, and their parameters: those that one meets come before those that the next one
 * meets, and none meets two.
 */
export interface Conditions {
  parts: string[];
  values: unknown[];
}

/**
 * Contributions of the groups of a rapporteur that are read: published, or for the team alone. Answers to a question that
 * is only counted today are not read, even those given before it was made so.
 */
export const theirs = (groups: string, read = readByTeam("c")) => `${read}
  and (c.question_id = any(array(select id from question where visibility = 'AGGREGATED'))) is not true
  and (${groups}::uuid[] is null
    or c.theme_id = any(array(select g.theme_id from working_group g where g.id = any(${groups}::uuid[]))))`;

/**
 * SQL condition: contributions that another theme forwarded to the groups of a rapporteur. An author who chose not to
 * be published chose one team as readers: their texts are never forwarded.
 */
export const receivedBy = (groups: string, andMore = "true") => `(${visible("c")}
  and (c.question_id = any(array(select id from question where visibility = 'AGGREGATED'))) is not true
  and exists (select from forwarding f where f.contribution_id = c.id and ${andMore} and (${groups}::uuid[] is null
    or f.theme_id = any(array(select g.theme_id from working_group g where g.id = any(${groups}::uuid[]))))))`;

/** SQL condition: received contributions that nobody read there. */
export const receivedUnread = (groups: string) => receivedBy(groups, "f.read_on is null");

/** SQL, declared by the rooms above: ids of the contributions that led to something there. */
const followUps: Record<string, string> = {};

/** Declares what texts lead to in one room. */
export const ledTo = (there: Record<string, string>) => void Object.assign(followUps, there);

let together: string | undefined;

/** Declares how all the texts that are cited are read together. */
export const citedBy = (select: string) => void (together = select);

/** The contributions that a published synthesis cites, all of them. */
export const allCited = () => together!;

/** The same, to ask of one contribution whether it is among them. */
export const cited = () => followUps.cited!;

/** SQL condition: a text led to something, or was not retained for a reason. For statements over all texts. */
const followed = () => `(c.not_retained is not null or c.id in (${Object.values(followUps).join(" union ")}))`;

/** The response that a text `c` is of, as an index knows it; a text that stands free is a response of its own. */
const voice = "coalesce(c.response_id, c.id)";

/**
 * SQL: responses that led nowhere, by theme and objective, with the last day of their texts. Acts keep it as `led_nowhere`,
 * of which one that led somewhere meanwhile may be left: who reads it looks at each.
 */
export const ledNowhere =
  () => `select ${voice} as voice_id, c.theme_id, coalesce(c.objective_id, ${nobody}) as objective_id,
    max(c.contributed_on) as last_on
  from contribution c where ${theirs("null")} and c.minutes_block_id is null group by 1, 2, 3 having not bool_or(${followed()})`;

/** SQL condition: something was done with the text `c`, of which the id alone is read; with passages, that of marked ones. */
const led = (passages: boolean) => {
  const selects = Object.values(followUps).filter((text) => passages || !text.includes("from passage"));
  return `(select count(*) from (select from (${selects.join(" union all ")}) led
    where led.contribution_id = c.id limit 1) once) > 0`;
};

/** The same condition, looked up text by text: passages are looked up for marked texts alone. */
const followedAlone = () =>
  `(case when c.not_retained is not null then true when c.marked then ${led(true)} else ${led(false)} end)`;

/** SQL condition: published texts without an end: no passage, nothing that followed, and no reason given. */
export const withoutEnd = () => `(${visible("c")} and not c.marked and c.not_retained is null
  and (c.question_id = any(array(select id from question where visibility = 'AGGREGATED'))) is not true and not ${followedAlone()})`;

/**
 * Texts of the responses that came before a day and led nowhere, without a reason. What is said of one text of a response
 * holds for all of them; a text that stands free is a response of its own.
 */
const longWithoutFollowUp = (before: string, where: string) => `(case when c.response_id is null
  then ${freeWithoutFollowUp(before)} else ${ofResponse("c.response_id", before, where)} end)`;

const freeWithoutFollowUp = (before: string) =>
  `c.minutes_block_id is null and c.contributed_on < ${before}::date and not ${followedAlone()}`;

/** Passages of marked texts cost most: they are looked up last, up to the first that led somewhere. */
const ofResponse = (response: string, before: string, where: string, which = "c.response_id = response.id") => `(
  select it.last < ${before}::date and not it.ended and not exists (select from unnest(it.others) c(id) where ${led(false)})
    and not exists (select from unnest(it.marked) c(id) where ${led(true)})
  from (select ${response} as id) response cross join lateral (
    select max(c.contributed_on) as last, bool_or(c.not_retained is not null) as ended,
      array_agg(c.id) filter (where c.marked) as marked, array_agg(c.id) filter (where not c.marked) as others
    from contribution c where ${which} and ${where}) it)`;

/**
 * SQL: count of the responses without follow-up, up to one more than are counted, of the `lists` that a select gives, each
 * an objective or a theme.
 */
export const countWithoutFollowUp = (before: string, where: string, list: "theme" | "objective", lists: string) =>
  `(select count(distinct one.id)::int from (select y.voice_id as id from (${lists}) list(id) cross join lateral (
      select y.voice_id from led_nowhere y where y.${list}_id = list.id and y.last_on < ${before}::date order by y.last_on) y
    where ${ofResponse("y.voice_id", before, where, `${voice} = response.id`)} limit ${countedOneByOne + 1}) one)`;

/** SQL: themes of some groups; all of them when null. */
export const themesOf = (groups: string) => `select t.id from theme t where ${groups}::uuid[] is null
  or t.id in (select g.theme_id from working_group g where g.id = any(${groups}::uuid[]))`;

/** SQL conditions of the reading queue; `onward`: of what comes after those that are kept for two. */
export function conditions(
  { groups }: { groups: string[] | null },
  filter: ReadingFilter | null | undefined,
  { now, viewer }: Pick<Context, "now" | "viewer">,
  onward = false,
): Conditions {
  const values: unknown[] = [groups];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { objective, territory, question, channel, unread, withoutFollowUp, secondReading, received } = filter ?? {};
  const where = [received ? receivedBy("$1") : filter?.held ? theirs("$1", held("c")) : theirs("$1")];
  if (objective) where.push(`c.objective_id = (select id from objective where slug = ${bind(objective)})`);
  if (channel) where.push(`c.channel = ${bind(channel)}`);
  if (territory) {
    const slug = bind(territory);
    where.push(`(c.region_id = (select id from territory where slug = ${slug}) or c.territory_id in (
      select d.id from territory t join territory d on d.id = t.id or d.region2012_id = t.id where t.slug = ${slug}))`);
  }
  if (filter?.withoutEnd) where.push(withoutEnd());
  if (withoutFollowUp) {
    // Held texts are not kept there, nor those that another theme reads.
    if (!received && !filter?.held) where.push(`exists (select from led_nowhere y where y.voice_id = ${voice})`);
    where.push(longWithoutFollowUp(bind(dayOf(now, -14)), theirs("$1")));
  }
  if (question) where.push(isId(question) ? `c.question_id = ${bind(question)}` : "false");
  const partOf = (condition: string) => [...where, condition].join(" and ");
  const asUnread = unread ?? true;
  if (secondReading && !asUnread) return { parts: [partOf(readSecond)], values };
  if (received && asUnread) return { parts: [partOf(receivedUnread("$1"))], values };
  if (!secondReading && !(unread ?? !(filter?.withoutEnd || filter?.held))) return { parts: [partOf("true")], values };
  const unseen = () => partOf(secondReading ? drawnFor(bind(viewer.id)) : "c.readers = 0");
  const apart = onward || filter?.withoutEnd || filter?.held || withoutFollowUp;
  return { parts: apart ? [unseen()] : [partOf(keptFor(bind(viewer.id))), unseen()], values };
}
