import { limits } from "@cahier/schema/limits";
import type { WhyInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { givenText, isId } from "../../../platform/text/text.ts";
import { announced } from "../../meet/meeting/meeting.sql.ts";
import type { Why } from "./version.writes.ts";

/** Reads the reason of a change, and the reactions and meetings that caused it. */
export async function whyOf({ db }: Pick<Transaction, "db">, why: WhyInput | null | undefined): Promise<Why> {
  const reason = givenText(why?.reason, "why.reason", limits["proposal.reason"]);
  const reactionIds = await known(db, "reaction", why?.reactionIds ?? [], "why.reactionIds");
  // The cause of a change is as public as the change: no meeting that its team alone knows of.
  const meetingIds = await known(db, "meeting", why?.meetingIds ?? [], "why.meetingIds", announced("it"));
  return {
    reason: reason || null,
    causes: [...reactionIds.map((reactionId) => ({ reactionId })), ...meetingIds.map((meetingId) => ({ meetingId }))],
  };
}

async function known(
  db: Transaction["db"],
  table: "reaction" | "meeting",
  asked: readonly string[],
  field: string,
  readable = "true",
) {
  const ids = [...new Set(asked.map((id) => id.toLowerCase()))].toSorted();
  if (!ids.every(isId)) throw new Refusal("UNKNOWN_CHOICE", field);
  const [{ found }] = await db.query<[{ found: number }]>(
    `select count(*)::int as found from ${table} it where it.id = any($1::uuid[]) and ${readable}`,
    [ids],
  );
  if (found < ids.length) throw new Refusal("UNKNOWN_CHOICE", field);
  return ids;
}
