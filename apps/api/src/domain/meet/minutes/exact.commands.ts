import type { SayMinutesExactInput } from "../../../graphql/resolvers.generated.ts";
import type { Act } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { attendanceOf } from "../attendance/attendance.queries.ts";
import { MinutesCorrections, MinutesExacts } from "./minutes.entity.ts";
import { blockToRead } from "./minutes.writes.ts";

/**
 * « C’est exact »: says it of the words of a block that one read, or takes it back; by the private link of somebody who
 * was there, until the last day of the reading over. No journal tells it: its time would tell who.
 */
export async function sayMinutesExact({ db, now }: Act, input: SayMinutesExactInput) {
  const own = await attendanceOf(db, input.code);
  if (!own || own.withdrawn) throw new Refusal("UNKNOWN_RECEIPT", "code");
  const { block, minutes } = await blockToRead(db, input.blockId);
  if (minutes.meetingId !== own.meetingId) throw new Refusal("GONE", "blockId");
  if (minutes.state !== "IN_REVIEW" || minutes.reviewUntil! < dayOf(now)) throw new Refusal("NOT_NOW", "blockId");
  const said = { blockId: block.id, attendanceId: own.id };
  if (!input.exact) {
    await db.delete(MinutesExacts, said);
    return { own };
  }
  const { edit } = block;
  if (edit !== input.edit) throw new Refusal("STALE", "edit", String(edit));
  if (await db.existsBy(MinutesCorrections, { ...said, state: "OPEN" })) throw new Refusal("NOT_NOW", "blockId");
  await db.save(MinutesExacts, { ...said, edit, setAside: false });
  return { own };
}
