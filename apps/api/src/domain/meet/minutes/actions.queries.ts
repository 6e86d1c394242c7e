import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { linked, linkedCached } from "../../../platform/data/linked.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Meeting, Meetings } from "../meeting/meeting.entity.ts";
import { type MinutesBlock, MinutesBlocks } from "./minutes.entity.ts";
import { blockShows, publishedMinutes } from "./minutes.sql.ts";

/** Actions that a page tells at a time. */
const atATime = 50;

/** SQL: actions `it` of published minutes that are neither done nor dropped, in the meetings of a group. */
const open = (group: string) => `minutes_block it
  join minutes n on n.id = it.minutes_id and ${publishedMinutes("n")}
  join meeting m on m.id = n.meeting_id and m.group_id = ${group}
  where it.kind = 'ACTION' and it.done is not true and it.dropped_because is null and ${blockShows("it")}`;

const order = (it: string) => `coalesce(${it}.due, 'infinity'), ${it}.id`;

/** Actions of a group that are to do, the first due before, after one of them. */
export const openActions = (context: Context, groupId: string, after?: string | null): Promise<MinutesBlock[]> =>
  (after ? linked : linkedCached)(
    context,
    "group: open actions",
    MinutesBlocks,
    `g.id as key from working_group g cross join lateral (select it.* from ${open("g.id")}
       and ($2::uuid is null or (${order("it")}) > (select ${order("last")} from minutes_block last where last.id = $2))
       order by ${order("it")} limit ${atATime}) it
     where g.id = any($1::uuid[]) order by ${order("it")}`,
    groupId,
    [after && isId(after) ? after : null],
  );

/** Number of actions of a group that are past their day. */
export const lateActions = async ({ db, cached, now }: Context, groupId: string): Promise<number> =>
  (
    await cached(
      "group: late actions",
      async (ids) => {
        const text = `select g.id, (select count(*)::int from ${open("g.id")} and it.due < $2::date) as count
        from working_group g where g.id = any($1::uuid[])`;
        const rows = await prepared<{ id: string; count: number }>(db, "group: late actions", text, [ids, dayOf(now)]);
        return keyed(rows, ({ id }) => id);
      },
      [dayOf(now)],
    )(groupId)
  )?.count ?? 0;

/** The meeting of a block of minutes. */
export const meetingOfBlock = async (context: Context, { minutesId }: MinutesBlock): Promise<Meeting> =>
  (
    await linkedCached(
      context,
      "minutes: meeting",
      Meetings,
      "n.id as key from minutes n join meeting it on it.id = n.meeting_id where n.id = any($1::uuid[])",
      minutesId,
    )
  )[0]!;
