/** The log of a handover is public at once: its lines are put right, or taken away, by whoever may write some. */
import { limits, longestList } from "@cahier/schema/limits";
import type {
  EditHandoverEntryInput,
  NoteHandoverInput,
  RemoveHandoverEntryInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Forbidden, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { isId, neededText } from "../../../platform/text/text.ts";
import type { Handover, HandoverLogEntry } from "./handover.entity.ts";
import { handoverPolicy } from "./handover.policy.ts";
import { heldHandover, refusePrivateContact, refuseToCome, writeHandover } from "./handover.writes.ts";

export async function noteHandover(tx: Transaction, input: NoteHandoverInput) {
  const { db, record } = tx;
  const before = await handoverToNote(tx, input.id);
  const { on, text } = sayableLine(tx, input);
  if (!isId(input.key)) throw new Refusal("WRONG_KIND", "key");
  const key = input.key.toLowerCase();
  // A retry finds the line there; changed before it was sent again, it is told.
  const known = before.log.find((line) => line.key === key);
  if (known && (known.on !== on || known.text !== text)) throw new Refusal("CONFLICT", "key");
  if (known) return { handover: before };
  if (before.log.length >= longestList) throw new Refusal("LIST_FULL", "text", String(longestList));
  // One line tells the first contact: of two people who note it at once, the second adds a line like any other.
  const isContact = input.isContact && !before.log.some((line) => line.isContact);
  if (isContact) refuseLateContact(before, on);
  const log = byDay([...before.log, { key, on, text, ...(isContact && { isContact }) }]);
  const contactedOn = isContact ? on : before.contactedOn;
  const handover = await writeHandover(db, before, { log, contactedOn });
  await record(isContact ? "handover.contacted" : "handover.noted", handover, { entryId: key, on, text });
  return { handover };
}

export async function editHandoverEntry(tx: Transaction, input: EditHandoverEntryInput) {
  const before = await handoverToNote(tx, input.id);
  const { on, text } = sayableLine(tx, input);
  const line = lineOf(before, input.entryId);
  if (line.on === on && line.text === text) return { handover: before };
  refuseStale(before, input.version);
  if (line.isContact) refuseLateContact(before, on);
  const log = byDay(before.log.map((it) => (it === line ? { ...line, on, text } : it)));
  const contactedOn = line.isContact ? on : before.contactedOn;
  const handover = await writeHandover(tx.db, before, { log, contactedOn });
  const from = { on: line.on, text: line.text };
  await tx.record("handover.entry_edited", handover, { entryId: line.key, from, to: { on, text } });
  return { handover };
}

export async function removeHandoverEntry(tx: Transaction, input: RemoveHandoverEntryInput) {
  const before = await handoverToNote(tx, input.id);
  const line = before.log.find(({ key }) => key === input.entryId.toLowerCase());
  // A second press finds it gone.
  if (!line) return { handover: before };
  refuseStale(before, input.version);
  const log = before.log.filter((it) => it !== line);
  // An office that was handed the proposal was reached that day at the latest.
  const contactedOn = line.isContact ? before.handedOverOn : before.contactedOn;
  const handover = await writeHandover(tx.db, before, { log, contactedOn });
  await tx.record("handover.entry_removed", handover, { entryId: line.key, on: line.on, text: line.text });
  return { handover };
}

async function handoverToNote({ db, viewer }: Transaction, id: string): Promise<Handover> {
  if (!viewer.id) throw new Forbidden();
  const { handover, proposal } = await heldHandover(db, id);
  authorize(handoverPolicy.note(viewer, handover, proposal));
  return handover;
}

function sayableLine({ now }: Transaction, { on, text }: Pick<HandoverLogEntry, "on" | "text">) {
  refuseToCome(on, now, "on");
  return { on, text: refusePrivateContact(neededText(text, "text", limits["handover.note"]), "text") };
}

function lineOf({ log }: Handover, id: string): HandoverLogEntry {
  const line = log.find((it) => it.key === id.toLowerCase());
  if (!line) throw new Refusal("GONE", "entryId");
  return line;
}

function refuseLateContact({ handedOverOn }: Handover, on: string) {
  if (handedOverOn && on > handedOverOn) throw new Refusal("DAYS_OUT_OF_ORDER", "on");
}

/** Lines of one day keep the order they were written in. */
const byDay = (log: HandoverLogEntry[]) => log.toSorted((a, b) => a.on.localeCompare(b.on));
