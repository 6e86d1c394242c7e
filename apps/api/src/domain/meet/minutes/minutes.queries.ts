import { grouped, keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { rowsOf } from "../../../platform/data/statement.ts";
import { meetingPolicy } from "../meeting/meeting.policy.ts";
import { type Minutes, type MinutesBlock, MinutesBlocks, MinutesTable } from "./minutes.entity.ts";

/** The minutes of a meeting, once they are in review; the team reads the draft too. */
export const minutesOf = async ({ db, batch, viewer }: Context, meetingId: string): Promise<Minutes | null> =>
  (await batch("meeting: minutes", async (ids) => {
    const tail = "where it.meeting_id = any($1::uuid[]) and ($2 or it.state <> 'DRAFT')";
    const values = [ids, meetingPolicy.readDraftMinutes(viewer)];
    return keyed(await rowsOf(db, MinutesTable, "meeting: minutes", tail, values), (row) => row.meetingId);
  })(meetingId)) ?? null;

/** The blocks of minutes, in their order. */
export const blocksOf = async ({ db, batch }: Context, minutesId: string): Promise<MinutesBlock[]> =>
  (await batch("meeting: blocks", async (ids) => {
    const tail = "where it.minutes_id = any($1::uuid[]) order by it.position";
    return grouped(await rowsOf(db, MinutesBlocks, "meeting: blocks", tail, [ids]), (row) => row.minutesId);
  })(minutesId)) ?? [];
