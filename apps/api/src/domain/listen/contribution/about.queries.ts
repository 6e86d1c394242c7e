import { atMost } from "../../../platform/data/bounded.ts";
import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { type Contribution, Contributions } from "./contribution.entity.ts";
import type { Organisation } from "../../ground/organisation/organisation.entity.ts";
import { isId } from "../../../platform/text/text.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { tally } from "../../ground/tally/tally.sql.ts";

const ofMeetings = atMost({
  table: "contribution",
  parent: "meeting_id",
  where: `${visible("one")} and one.minutes_block_id is null`,
  order: "one.contributed_on, one.id",
});

/** Readable contributions that came out of a meeting, without the blocks of its minutes. */
export const contributionsOf = async ({ db, batch }: Context, meetingId: string): Promise<Contribution[]> =>
  (await batch("meeting: contributions", async (ids) => {
    const tail = `where ${ofMeetings} order by it.contributed_on, it.id`;
    const rows = await rowsOf(db, Contributions, "meeting: contributions", tail, [ids]);
    return grouped(rows, (row) => row.meetingId!);
  })(meetingId)) ?? [];

const ofOrganisations = atMost({
  table: "contribution",
  parent: "organisation_id",
  where: `${visible("one")} and ($2::uuid is null or (one.contributed_on, one.id) < (
    select last.contributed_on, last.id from contribution last where last.id = $2))`,
  order: "one.contributed_on desc, one.id desc",
});

/** Readable texts in the name of an organisation whose page shows, newest first; those after one. */
export async function contributionsFor(
  { db, batch }: Context,
  { id, status }: Organisation,
  after?: string | null,
): Promise<Contribution[]> {
  if (status !== "VISIBLE") return [];
  const last = after && isId(after) ? after : null;
  const loader = batch(`organisation: contributions after ${last}`, async (ids) => {
    const tail = `where ${ofOrganisations} order by it.contributed_on desc, it.id desc`;
    const rows = await rowsOf(db, Contributions, "organisation: contributions", tail, [ids, last]);
    return grouped(rows, (row) => row.organisationId!);
  });
  return (await loader(id)) ?? [];
}

/** Count of readable contributions about a theme. */
export const contributionCountOn = async ({ db, batch }: Context, themeId: string): Promise<number> =>
  (await batch("theme: contributions of themes", async (ids) => {
    const rows = await prepared<{ id: string; count: number }>(
      db,
      "theme: contributions of themes",
      `select t.id, ${tally("texts", "t.id")} as count from unnest($1::uuid[]) t(id)`,
      [ids],
    );
    return new Map(rows.map(({ id, count }) => [id, count]));
  })(themeId)) ?? 0;
