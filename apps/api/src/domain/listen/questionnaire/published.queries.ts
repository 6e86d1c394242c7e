import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { zone } from "../../../platform/day.ts";
import { prepared } from "../../../platform/data/statement.ts";
import type { Questionnaire } from "./questionnaire.entity.ts";
import { counted, notWithdrawn, unpublished } from "../../ground/moderation/status.sql.ts";
import { tally } from "../../ground/tally/tally.sql.ts";

/**
 * SQL: true once nothing more can come to a questionnaire, on paper either, as `allIsIn` says. By the day of the week on
 * which it closes, its paper is typed in until the end of the third working day.
 */
export const allCame = (it: string, now = "now()") =>
  `(coalesce(${it}.archived_at <= ${now}, false) or ((${it}.closes_at at time zone '${zone}')::date
     + (array[4, 4, 6, 6, 6, 5, 4])[extract(isodow from ${it}.closes_at at time zone '${zone}')::int])::timestamp
       at time zone '${zone}' <= ${now})`;

/**
 * Responses told in counts by place and kind: while more may come, not those that wait for others, so that nobody learns
 * where an answer came from by counting before and after it.
 */
const toldInCounts = (it: string) =>
  `(not ${it}.awaits_others or exists (
     select from questionnaire asked where asked.id = ${it}.questionnaire_id and ${allCame("asked")}))`;

/** Contributions that came with a response that is told, or with none. */
export const cameTold = (it: string) =>
  `not exists (select from response came where came.id = ${it}.response_id and not ${toldInCounts("came")})`;

/** Counts of received responses: readable, and unpublished. */
export interface PublishedCounts {
  readable: number;
  unpublished: number;
}

/** Responses that wait for others while more may come: few, as they are told by fives. */
export const waiting = (it: string) => `(${it}.awaits_others and exists (
  select from questionnaire asked where asked.id = ${it}.questionnaire_id and not ${allCame("asked")}))`;

/** Those of people that a kept count holds, and that counts by place and kind do not tell yet. */
export const awaiting = (it: string) => `(${waiting(it)} and ${counted(it)} and ${it}.speaks_as <> 'GROUP')`;

const keptAwaiting = (questionnaire: string) => `(select count(*)::int from response r left join lateral (
    select bool_and(${unpublished("t")}) as kept from contribution t where t.response_id = r.id and ${notWithdrawn("t")}
  ) c on true where r.questionnaire_id = ${questionnaire} and ${awaiting("r")} and (${unpublished("r")} or c.kept))`;

const readable = (questionnaire: string) => tally("responses.readable", questionnaire);
const notPublished = (questionnaire: string) =>
  `${tally("responses.kept", questionnaire)} - ${keptAwaiting(questionnaire)}`;

/** Both as a column of a statement in which the questionnaire is called `it`. */
export const publishedColumn = `json_build_object('readable', ${readable("it.id")}, 'unpublished', ${notPublished("it.id")}) as published`;

/**
 * Of the responses to a questionnaire: those with a text that anybody can read; and those that are not published, since
 * their author chose so or all their texts are for the team alone. One without a text, or that waits, is neither.
 */
export async function publishedCounts(
  { db, batch }: Context,
  { id, published }: Questionnaire & { published?: PublishedCounts },
): Promise<PublishedCounts> {
  if (published) return published;
  const name = "questionnaire: published";
  const loader = batch(name, async (ids) => {
    const text = `select it.id, ${readable("it.id")} as readable, ${notPublished("it.id")} as unpublished
      from unnest($1::uuid[]) it(id)`;
    return keyed(await prepared<PublishedCounts & { id: string }>(db, name, text, [ids]), (row) => row.id);
  });
  return (await loader(id)) ?? { readable: 0, unpublished: 0 };
}
