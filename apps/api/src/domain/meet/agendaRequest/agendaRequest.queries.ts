import type { Context } from "../../../platform/context.ts";
import { grouped, keyed } from "../../../platform/data/batch.ts";
import { atMost } from "../../../platform/data/bounded.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { currentDigest } from "../../../platform/formerCode.ts";
import { linkDigest } from "../../../platform/linkCode.ts";
import { subjectsTold } from "../../../platform/subjects.ts";
import { visibleOrPlace } from "../../ground/moderation/status.sql.ts";
import { type AgendaRequest, AgendaRequests } from "./agendaRequest.entity.ts";

const newest = atMost({
  table: "agenda_request",
  parent: "meeting_id",
  where: visibleOrPlace("AGENDA_REQUEST", "one"),
  order: "one.asked_on desc, one.id desc",
});

/** A request as anybody reads it: of one that a moderator hid, the place alone. Pure. */
const asRead = (it: AgendaRequest): AgendaRequest =>
  it.status === "HIDDEN" ? { ...it, text: "", authorName: null, subject: null, reason: null } : it;

/** Requests for the agenda of a meeting, the newest of them, oldest first, with the places of hidden ones. */
export const agendaRequestsOf = async ({ db, batch }: Context, meetingId: string): Promise<AgendaRequest[]> =>
  (await batch("agendaRequest: of meeting", async (ids) => {
    const tail = `where ${newest} order by it.asked_on, it.id`;
    const rows = await rowsOf(db, AgendaRequests, "agendaRequest: of meeting", tail, [ids]);
    return grouped(rows.map(asRead), (row) => row.meetingId);
  })(meetingId)) ?? [];

/** A thing that a request is about: its words and its page. */
export interface About {
  words: string;
  path: string;
}

/** The thing a request is about, as long as anybody may read it. */
export const aboutOf = async ({ db, batch }: Context, { id, subject }: AgendaRequest): Promise<About | null> => {
  if (!subject) return null;
  const fetch = async (ids: string[]) => {
    const kinds = subjectsTold().map(
      ([kind, { table, readable, told }]) => `select r.id, coalesce(${told.words}, ${told.title}) as words,
        ${told.path} as path from agenda_request r join ${table} it on it.id = r.subject_id
        where r.subject = '${kind}' and r.id = any($1::uuid[]) and (${readable})`,
    );
    const rows = await prepared<About & { id: string }>(db, "agendaRequest: about", kinds.join(" union all "), [ids]);
    return keyed(rows, (row) => row.id);
  };
  return (await batch("agendaRequest: about", fetch)(id)) ?? null;
};

/** The request of a private link; null for a code that opens none. */
export async function requestOfCode({ db }: Context, code: string): Promise<AgendaRequest | null> {
  const digest = await currentDigest(db, linkDigest("agenda_request", code));
  const tail = "where it.code_digest = $1";
  return (await rowsOf(db, AgendaRequests, "agendaRequest: of code", tail, [digest]))[0] ?? null;
}
