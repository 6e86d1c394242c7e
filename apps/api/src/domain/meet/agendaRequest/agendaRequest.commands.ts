import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { limits, longestPoint, mostPoints } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type {
  AskForAgendaInput,
  JudgeAgendaRequestInput,
  ReactionSubject,
  WithdrawAgendaRequestInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Act, Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { currentDigest } from "../../../platform/formerCode.ts";
import { recorder } from "../../../platform/journal.ts";
import { linkCode, linkDigest } from "../../../platform/linkCode.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { authorize, notFound, Refusal, together } from "../../../platform/refusal.ts";
import { refuseReserved } from "../../../platform/reserved.ts";
import { subjectNamed } from "../../../platform/subjects.ts";
import { carriesContact } from "../../../platform/text/contact.ts";
import { givenLine, isId, neededLine, neededText } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { AgendaItems, type Meeting, Meetings } from "../meeting/meeting.entity.ts";
import { isAnnounced } from "../meeting/meeting.queries.ts";
import { addPoint } from "../meeting/meeting.writes.ts";
import { holdBack } from "../../ground/moderation/hold.writes.ts";
import { type AgendaRequest, AgendaRequests } from "./agendaRequest.entity.ts";
import { agendaRequestPolicy } from "./agendaRequest.policy.ts";
import { eraseRequest } from "./agendaRequest.purges.ts";

/** Keeps what somebody asks to talk about at a meeting: once, whatever the retries. */
export async function askForAgenda(act: Act, input: AskForAgendaInput) {
  const { db, now, count } = act;
  const key = neededText(input.key, "key", 100);
  const meeting = isId(input.meetingId) ? await db.findOneBy(Meetings, { id: input.meetingId }) : null;
  if (!meeting || !(await isAnnounced(db, meeting.id))) throw new Refusal("GONE", "meetingId");
  const said = together({
    text: () => neededLine(input.text, "text", limits["agendaRequest.text"]),
    authorName: () => givenLine(input.authorName, "authorName", limits["reaction.authorName"]),
  });
  await refuseReserved(db, { authorName: said.authorName });
  const known = await db.findOneBy(AgendaRequests, { key });
  const again = (kept: AgendaRequest) => {
    if (kept.text !== said.text || kept.meetingId !== meeting.id) throw new Refusal("CONFLICT", "key");
    return { own: kept, held: kept.status === "HELD" };
  };
  if (known) return again(known);
  if (!agendaRequestPolicy.ask(meeting, now)) throw new Refusal("NOT_NOW", "meetingId");
  const about = await aboutOf(db, meeting, input.subject, input.subjectId);
  const held = carriesContact(said.text) || carriesContact(said.authorName);
  // The id is drawn here, since the code of its private link is made from it.
  const id = randomUUID();
  const isNew = await insertOnce(db, AgendaRequests, {
    id,
    codeDigest: linkDigest("agenda_request", linkCode("agenda_request", id)),
    key,
    meetingId: meeting.id,
    ...said,
    ...about,
    status: held ? "HELD" : "VISIBLE",
    askedOn: dayOf(now),
  });
  const kept = await db.findOneByOrFail(AgendaRequests, { key });
  // Its retry came first.
  if (!isNew) return again(kept);
  const waits = await holdBack(act, "AGENDA_REQUEST", kept.id);
  const request = await db.findOneByOrFail(AgendaRequests, { key });
  count("agendaRequest", meeting.id);
  await recorder(db, visitor, now)("agendaRequest.made", request);
  return { own: request, held: waits };
}

/** Takes one's request back; the point of the agenda that takes it up is of the keepers, and stays. */
export async function withdrawAgendaRequest({ db, now }: Transaction, { code }: WithdrawAgendaRequestInput) {
  const codeDigest = (await currentDigest(db, linkDigest("agenda_request", code)))!;
  const before = await db.findOne(AgendaRequests, { where: { codeDigest }, lock: { mode: "for_no_key_update" } });
  if (!before) throw new Refusal("UNKNOWN_RECEIPT", "code");
  return { own: await eraseRequest(db, before, now) };
}

/** Subject of a request, which anybody may read and which is of the group of the meeting. */
async function aboutOf(
  db: EntityManager,
  { groupId }: Meeting,
  subject: ReactionSubject | null | undefined,
  subjectId: string | null | undefined,
) {
  if (!subject || !subjectId) return { subject: null, subjectId: null };
  const { table, readable = "false", told } = subjectNamed(subject);
  const text = `select ${told?.group ?? "null"} as "groupId" from ${table} it where (${readable}) and it.id = $1`;
  const [found] = isId(subjectId) ? await db.query<{ groupId: string | null }[]>(text, [subjectId]) : [];
  if (!found || found.groupId !== groupId) throw new Refusal("GONE", "subjectId");
  return { subject, subjectId: subjectId.toLowerCase() };
}

/** Takes a request, under a point of the agenda or as a new one, or leaves it with a reason that everybody reads. */
export async function judgeAgendaRequest(tx: Transaction, input: JudgeAgendaRequestInput) {
  const { db, viewer, record } = tx;
  authorize(agendaRequestPolicy.judgeSome(viewer));
  const found = isId(input.id) ? await db.findOneBy(AgendaRequests, { id: input.id }) : null;
  const meeting =
    found && (await db.findOne(Meetings, { where: { id: found.meetingId }, lock: { mode: "for_no_key_update" } }));
  if (!meeting) throw notFound();
  authorize(agendaRequestPolicy.judge(viewer, meeting));
  const before = await db.findOneByOrFail(AgendaRequests, { id: found.id });
  if (before.status !== "VISIBLE") throw new Refusal("GONE", "id");
  const judged = input.take ? await takenOf(db, meeting, before, input) : leftOf(input);
  const { taken, pointId, reason } = before;
  // Judged alike already: it stays of whoever judged it first.
  if (isDeepStrictEqual({ taken, pointId, reason }, judged)) return { request: before };
  const request = { ...before, ...judged, judgedById: viewer.id };
  await db.update(AgendaRequests, before.id, { ...judged, judgedById: viewer.id });
  await record(input.take ? "agendaRequest.taken" : "agendaRequest.left", request, { ...judged });
  return { request };
}

async function takenOf(
  db: EntityManager,
  meeting: Meeting,
  { text, pointId: was }: AgendaRequest,
  { pointId, minutes }: JudgeAgendaRequestInput,
) {
  const points = await db.findBy(AgendaItems, { meetingId: meeting.id });
  if (pointId) {
    if (!points.some(({ id }) => id === pointId.toLowerCase())) throw new Refusal("UNKNOWN_CHOICE", "pointId");
    return { taken: true, pointId: pointId.toLowerCase(), reason: null };
  }
  // A second press finds its own point there.
  if (was && points.some(({ id }) => id === was)) return { taken: true, pointId: was, reason: null };
  if (points.length >= mostPoints) throw new Refusal("TOO_MANY_CHOICES", "pointId", String(mostPoints));
  if (!minutes || minutes < 1 || minutes > longestPoint)
    throw new Refusal("OUT_OF_RANGE", "minutes", `1–${longestPoint}`);
  return { taken: true, pointId: await addPoint(db, meeting, { title: text, minutes }), reason: null };
}

const leftOf = ({ reason }: JudgeAgendaRequestInput) => ({
  taken: false,
  pointId: null,
  reason: neededText(reason ?? "", "reason", limits["meeting.reason"]),
});
