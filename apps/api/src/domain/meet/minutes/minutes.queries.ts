import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { linked, linkedCached } from "../../../platform/data/linked.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { draftsOf } from "../meeting/meeting.policy.ts";
import { draftsReadable } from "../meeting/meeting.sql.ts";
import {
  type Minutes,
  type MinutesBlock,
  MinutesBlocks,
  type MinutesCorrection,
  MinutesCorrections,
  type MinutesErratum,
  MinutesErrata,
  MinutesTable,
} from "./minutes.entity.ts";
import { minutesPolicy, withoutAdministration } from "./minutes.policy.ts";
import { blockTold } from "./minutes.sql.ts";

/** The minutes of a meeting, once they are in review; those who read the drafts of its meetings read the draft too. */
export const minutesOf = async (context: Context, meetingId: string): Promise<Minutes | null> =>
  (
    await linkedCached(
      context,
      "meeting: minutes",
      MinutesTable,
      `it.meeting_id as key from minutes it where it.meeting_id = any($1::uuid[]) and (it.state <> 'DRAFT'
         or exists (select from meeting m where m.id = it.meeting_id and ${draftsReadable(2, "m")}))`,
      meetingId,
      draftsOf(withoutAdministration(context.viewer)),
    )
  )[0] ?? null;

/** The blocks of minutes, in their order; words that nobody agreed to yet, for those who read drafts alone. */
export const blocksOf = (context: Context, minutesId: string): Promise<MinutesBlock[]> =>
  linked(
    context,
    "meeting: blocks",
    MinutesBlocks,
    `it.minutes_id as key from minutes_block it where it.minutes_id = any($1::uuid[]) and (${blockTold("it")}
       or exists (select from minutes n join meeting m on m.id = n.meeting_id
         where n.id = it.minutes_id and ${draftsReadable(2, "m")})) order by it.position`,
    minutesId,
    draftsOf(withoutAdministration(context.viewer)),
  );

/** Corrections of minutes, oldest first, without those taken back, for those who write them; none for anybody else. */
export async function correctionsIn(context: Context, { id, meetingId }: Minutes): Promise<MinutesCorrection[]> {
  const meeting = await context.load(Meetings, meetingId);
  if (!minutesPolicy.write(context.viewer, meeting!)) return [];
  const tail = "where it.minutes_id = $1 and it.state <> 'WITHDRAWN' order by it.arrival limit 200";
  return rowsOf(context.db, MinutesCorrections, "minutes: corrections", tail, [id]);
}

/** Number of corrections of minutes that were asked for, by outcome: a count says nothing of the people who asked. */
export async function correctionCounts({ db, cached }: Context, minutesId: string) {
  const counts = await cached("minutes: correction counts", async (ids) => {
    const count = (state: string) => `count(*) filter (where state = '${state}')::int`;
    const text = `select minutes_id as id, ${count("OPEN")} as open, ${count("ACCEPTED")} as accepted,
      ${count("REFUSED")} as refused from minutes_correction where minutes_id = any($1::uuid[]) group by minutes_id`;
    return keyed(await prepared<CorrectionCounts>(db, "minutes: correction counts", text, [ids]), ({ id }) => id);
  })(minutesId);
  return counts ?? { open: 0, accepted: 0, refused: 0 };
}

interface CorrectionCounts {
  /** The minutes. */
  id: string;
  open: number;
  accepted: number;
  refused: number;
}

/** Corrections that one person who was there asked for, and did not take back. */
export const correctionsOf = ({ db }: Context, attendanceId: string): Promise<MinutesCorrection[]> =>
  rowsOf(
    db,
    MinutesCorrections,
    "minutes: own corrections",
    "where it.attendance_id = $1 and it.state <> 'WITHDRAWN' order by it.arrival limit 200",
    [attendanceId],
  );

/** Errata of minutes, in the order they were added. */
export const errataOf = (context: Context, minutesId: string): Promise<MinutesErratum[]> =>
  linked(
    context,
    "minutes: errata",
    MinutesErrata,
    "it.minutes_id as key from minutes_erratum it where it.minutes_id = any($1::uuid[]) order by it.added_on, it.id",
    minutesId,
  );
