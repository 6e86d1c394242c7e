import { limits } from "@cahier/schema/limits";
import type { AnswerAsOfficeInput } from "../../../graphql/resolvers.generated.ts";
import { limiter } from "../../../platform/server/rateLimit.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { notFound, Refusal, together } from "../../../platform/refusal.ts";
import { givenLine, neededLine, neededText } from "../../../platform/text/text.ts";
import { attachmentNamed, keepFile } from "../../ground/attachment/attachment.writes.ts";
import { heldHandover } from "../handover/handover.writes.ts";
import { type OfficeReply, OfficeReplies, OfficeLinks } from "./office.entity.ts";
import { tellTeam } from "./office.mail.ts";
import { officePolicy } from "./office.policy.ts";
import { linkOfCode } from "./office.queries.ts";

/** Writes per link and hour: a lost letter must not flood the team. */
const wait = limiter({ name: "office reply", most: 30, seconds: 3600 });

/** The words of a reply, as they would be kept; refused where one lacks or is too long. */
export function wordsOf(input: Omit<AnswerAsOfficeInput, "code" | "version">) {
  const passes = input.stance === "PASSED_ON";
  return together({
    text: () => neededText(input.text, "text", limits["reply.text"]),
    passedToName: () =>
      passes ? neededLine(input.passedToName ?? "", "passedToName", limits["interlocutor.name"]) : null,
    passedToContact: () =>
      passes ? givenLine(input.passedToContact, "passedToContact", limits["interlocutor.contact"]) : null,
    writer: () => givenLine(input.writer, "writer", limits["office.writer"]),
  });
}

/** Saves an office's reply by the link of its letter: only the office and the team see it before it is confirmed. */
export async function answerAsOffice(tx: Transaction, input: AnswerAsOfficeInput) {
  const { db, record, now } = tx;
  const known = await linkOfCode(tx, input.code);
  if (!known) throw notFound();
  const seconds = await wait(db, known.id);
  if (seconds > 0) throw new Refusal("TOO_MANY_TRIES", null, String(seconds));
  // Locked, so that confirming and writing wait for each other.
  const { handover } = await heldHandover(db, known.handoverId);
  const link = await db.findOneByOrFail(OfficeLinks, { id: known.id });
  if (link.endedOn) throw new Refusal("LINK_CLOSED");
  if (officePolicy.isTakenBack(handover)) throw new Refusal("HANDING_TAKEN_BACK");
  const { stance } = input;
  const { text, passedToName, passedToContact, writer } = wordsOf(input);
  const owner = { handoverId: handover.id, linkId: link.id };
  const file = input.file ? await attachmentNamed(db, owner, input.file) : null;
  const written = { stance, text, passedToName, passedToContact, attachmentId: file?.id ?? null, writer };

  const before = await db.findOneBy(OfficeReplies, { linkId: link.id });
  if (before?.status === "VISIBLE") throw new Refusal("ALREADY_CONFIRMED").with({ current: before });
  // A retry finds it written.
  if (before?.status === "HELD" && isSame(before, written)) return { reply: before };
  if ((before?.version ?? 0) !== input.version)
    throw new Refusal("STALE", "version", String(before?.version ?? 0)).with({ current: before });
  const waiting = {
    status: "HELD",
    statusReason: null,
    statusOn: null,
    sentOn: dayOf(now),
    decidedById: null,
  } as const;
  const version = input.version + 1;
  if (before) await db.update(OfficeReplies, before.id, { ...written, ...waiting, version });
  else await db.insert(OfficeReplies, { ...owner, ...written, ...waiting, version });
  const reply = await db.findOneByOrFail(OfficeReplies, { linkId: link.id });
  await keepFile(db, { kind: "OFFICE_REPLY", id: reply.id, handoverId: handover.id }, reply.attachmentId);
  // The journal gets none of its words: nobody may read them yet.
  await record("handover.office_answered", handover, { stance, version });
  await tellTeam(db, handover, reply);
  return { reply };
}

const isSame = (before: OfficeReply, written: Partial<OfficeReply>) =>
  Object.entries(written).every(([name, value]) => before[name as keyof OfficeReply] === value);
