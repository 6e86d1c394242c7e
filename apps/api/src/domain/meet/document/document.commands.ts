import { limits } from "@cahier/schema/limits";
import type {
  EditDocumentInput,
  RestoreDocumentVersionInput,
  WithdrawDocumentInput,
} from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { neededLine } from "../../../platform/text/text.ts";
import { visibleText } from "../../ground/moderation/visibility.columns.ts";
import { Documents, DocumentVersions } from "./document.entity.ts";
import { documentPolicy } from "./document.policy.ts";
import { documentHeld } from "./document.writes.ts";
import { saidOf } from "./file.commands.ts";
import { servesThose, writeServed } from "./served.ts";

/** Changes what is said of a document. */
export async function editDocument(tx: Transaction, input: EditDocumentInput) {
  const { db, viewer, record } = tx;
  authorize(documentPolicy.addSome(viewer));
  const before = await documentHeld(tx, input.id);
  const words = saidOf(input);
  if (saysAlready(before, words) && (await servesThose(db, before.id, input.serves))) return { document: before };
  if (before.revision !== input.revision)
    throw new Refusal("STALE", "revision", String(before.revision)).with({ current: before });
  await db.update(Documents, before.id, { ...words, revision: before.revision + 1 });
  await writeServed(db, before.id, input.serves);
  await record("document.edited", before);
  return { document: await db.findOneByOrFail(Documents, { id: before.id }) };
}

/** Puts a former version in force again, as a new one that says which. */
export async function restoreDocumentVersion(tx: Transaction, { id, number }: RestoreDocumentVersionInput) {
  const { db, viewer, record, now } = tx;
  authorize(documentPolicy.addSome(viewer));
  const document = await documentHeld(tx, id);
  const inForce = await db.findOneBy(DocumentVersions, { documentId: document.id, number: document.version });
  // A second press finds it in force again.
  if (inForce?.restores === number) return { document };
  const former = await db.findOneBy(DocumentVersions, { documentId: document.id, number });
  if (!former || number === document.version) throw new Refusal("GONE", "number");
  const { id: _, ...kept } = former;
  const version = document.version + 1;
  await db.insert(DocumentVersions, { ...kept, number: version, change: null, restores: number, addedOn: dayOf(now) });
  const change = { version, publishedOn: dayOf(now), answers: former.answers, revision: document.revision + 1 };
  await db.update(Documents, document.id, change);
  await record("document.versionRestored", document, { version, from: number });
  return { document: { ...document, ...change } };
}

/** Takes a document away with a reason, or puts it back. What a moderator hid, the team does not show again. */
export async function withdrawDocument(
  { db, viewer, record, now }: Transaction,
  { id, reason }: WithdrawDocumentInput,
) {
  authorize(documentPolicy.addSome(viewer));
  const document = await documentHeld({ db, viewer }, id);
  if (document.status === "HIDDEN" || document.status === "HELD") throw new Refusal("GONE", "id");
  const change =
    reason == null
      ? visibleText
      : {
          status: "WITHDRAWN" as const,
          statusReason: neededLine(reason, "reason", limits["document.reason"]),
          statusOn: dayOf(now),
        };
  if (document.status === change.status && document.statusReason === change.statusReason) return { document };
  await db.update(Documents, document.id, change);
  await record(`document.${reason == null ? "shown" : "withdrawn"}`, document, { reason: change.statusReason });
  return { document: { ...document, ...change } };
}
