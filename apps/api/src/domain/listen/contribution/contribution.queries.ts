import { appearsAs } from "@cahier/schema/questionnaire/appears";
import type { Context, Soon } from "../../../platform/context.ts";
import { keyed } from "../../../platform/data/batch.ts";
import { linked } from "../../../platform/data/linked.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Territory, Territories } from "../../ground/territory/territory.entity.ts";
import { type Contribution, Contributions } from "./contribution.entity.ts";
import { hiddenInPlace, visible } from "../../ground/moderation/status.sql.ts";

/**
 * A contribution that anybody may read, or the place of one that its author took back, or that a moderator hid after
 * it was read: nothing but that it was there. Null otherwise.
 */
export async function contributionOrPlace(context: Context, id: string): Promise<Contribution | null> {
  const shown = await visibleContribution(context, id);
  // Its siblings are read before what hangs from it, so that this is asked of all of them at once.
  if (shown) await siblingsOf(context, shown);
  if (shown || !isId(id)) return shown;
  const it = await context.load(Contributions, id.toLowerCase());
  if (it?.status === "WITHDRAWN") return emptied(it);
  return it && (await leavesPlace(context, it.id)) ? emptied(it) : null;
}

/** True for a text that a moderator hid after it was read; one that nobody had read leaves no place. */
async function leavesPlace({ db }: Context, id: string): Promise<boolean> {
  const place = `${hiddenInPlace("CONTRIBUTION", "it")} or ${hiddenInPlace("SUPPLY", "it")}`;
  const text = `select it.id from contribution it where it.id = $1 and (${place})`;
  return (await prepared(db, "contribution: place", text, [id])).length > 0;
}

/** The place of a contribution: nothing but that it was there. Pure. */
export const emptied = (it: Contribution): Contribution => ({
  ...it,
  body: "",
  authorName: null,
  organisationName: null,
  organisationId: null,
  organisationType: null,
  territoryId: null,
  regionId: null,
  sectors: [],
});

/** A contribution that anybody may read; null otherwise. All that a request asks come in one statement. */
export async function visibleContribution({ db, batch }: Context, id: string | null): Promise<Contribution | null> {
  if (!id || !isId(id)) return null;
  const name = "contribution: visible";
  const loader = batch(name, async (ids) => {
    const tail = `where it.id = any($1::uuid[]) and ${visible("it")}`;
    return keyed(await rowsOf(db, Contributions, name, tail, [ids]), (row) => row.id);
  });
  return (await loader(id.toLowerCase())) ?? null;
}

/** The other texts of the same response that anybody may read, in the order of the questions. */
export async function siblingsOf(context: Context, { id, responseId }: Contribution): Promise<Contribution[]> {
  if (!responseId) return [];
  const rows = await linked(
    context,
    "contribution: siblings",
    Contributions,
    `it.response_id as key from contribution it left join question q on q.id = it.question_id
     where it.response_id = any($1::uuid[]) and ${visible("it")} order by q.position, it.id`,
    responseId,
  );
  return rows.filter((row) => row.id !== id);
}

/** Number of people behind the contribution of a group or a meeting; null for one of an individual. */
export async function peopleBehind({ db, batch }: Context, { id, speaksAs, channel }: Contribution) {
  if (speaksAs !== "GROUP" && channel !== "LOCAL_MEETING") return null;
  const name = "contribution: people";
  const loader = batch(name, async (ids) => {
    const text = `select c.id, coalesce(r.people_count, m.participants) as people
      from contribution c left join response r on r.id = c.response_id
      left join meeting m on m.id = coalesce(c.meeting_id, r.meeting_id)
      where c.id = any($1::uuid[]) and (r.speaks_as = 'GROUP' or c.channel = 'LOCAL_MEETING')`;
    return keyed(await prepared<{ id: string; people: number | null }>(db, name, text, [ids]), (row) => row.id);
  });
  return (await loader(id))?.people ?? null;
}

/** Territory of a contribution, as near as its author chose to tell; a text that nobody sent tells its own. */
export function territoryOf({ load }: Context, contribution: Contribution): Soon<Territory | null> {
  const { responseId, territoryId: territory, regionId: region } = contribution;
  return load(Territories, responseId === null ? territory : appearsAs(contribution, { territory, region }).place);
}
