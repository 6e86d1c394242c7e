import type { Context } from "../../../platform/context.ts";
import { keyed } from "../../../platform/data/batch.ts";
import { prepared } from "../../../platform/data/statement.ts";
import type { Minutes } from "./minutes.entity.ts";

/** Those who read minutes over are told by five, and five at least stay who may not have: nobody is found by subtraction. */
const step = 5;

/** People who said something of a block by their link, in steps of five; null while minutes are not read over. */
export async function readByOf({ db, cached }: Context, { id: minutesId, state, present, remote }: Minutes) {
  if (state !== "IN_REVIEW") return null;
  const found = await cached("minutes: readers", async (ids) => {
    const text = `select it.minutes_id as id, count(distinct it.attendance_id)::int as readers from (
        select b.minutes_id, e.attendance_id from minutes_exact e join minutes_block b on b.id = e.block_id
        union all select c.minutes_id, c.attendance_id from minutes_correction c where c.state <> 'WITHDRAWN') it
      join attendance a on a.id = it.attendance_id and not a.withdrawn
      where it.minutes_id = any($1::uuid[]) group by it.minutes_id`;
    return keyed(await prepared<{ id: string; readers: number }>(db, "minutes: readers", text, [ids]), ({ id }) => id);
  })(minutesId);
  const told = Math.min(found?.readers ?? 0, present + remote - step);
  return told < step ? null : told - (told % step);
}

/** Blocks that one said are exact, as they stand. */
export const exactOf = async ({ db }: Context, attendanceId: string): Promise<string[]> =>
  (
    await prepared<{ id: string }>(
      db,
      "minutes: own exact",
      `select b.id from minutes_exact e join minutes_block b on b.id = e.block_id and b.edit = e.edit
       where e.attendance_id = $1 and not e.set_aside order by b.position limit 200`,
      [attendanceId],
    )
  ).map(({ id }) => id);
