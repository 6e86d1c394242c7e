import type { EntityManager } from "typeorm";
import { dayOf } from "../../../platform/day.ts";
import { notFound, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Attachment, AttachmentFiles, Attachments } from "./attachment.entity.ts";
import { sentFile } from "./sentFile.ts";

type Owner = Pick<Attachment, "handoverId" | "linkId">;

/** Files that nothing holds. */
export const looseAttachment = "held_by = '{}'";

/** A row that names a file of its own: its kind, and its id. */
export interface Holder {
  kind: "HANDOVER" | "OFFICE_REPLY";
  id: string;
}

/**
 * Says which file of a handover a row names from now on, null where it names none: what it named before is let go, unless
 * another row names it too. Whoever writes such a row calls this, in the same transaction.
 */
export async function keepFile(
  db: EntityManager,
  { kind, id, handoverId }: Holder & Pick<Attachment, "handoverId">,
  fileId: string | null,
) {
  await db.query(
    `update attachment set held_by = case when id = $3
         then array_append(array_remove(held_by, $2), $2) else array_remove(held_by, $2) end
     where handover_id = $1 and (id = $3 or $2 = any(held_by))`,
    [handoverId, `${kind} ${id}`, fileId],
  );
}

/**
 * Keeps a file that came with a reply. The same one, sent again, is the one that is there; what was sent before and
 * went into no reply makes room. What it belongs to is held by the caller, so that a file sent twice at once is kept once.
 */
export async function keepAttachment(db: EntityManager, owner: Owner, sent: Buffer, now: Date): Promise<Attachment> {
  const { kind, bytes, digest } = await sentFile(sent);
  const known = await db.findOneBy(Attachments, { handoverId: owner.handoverId, digest, ...linkOf(owner) });
  await db.query(
    `delete from attachment where handover_id = $1 and link_id is not distinct from $2 and id is distinct from $3
       and ${looseAttachment}`,
    [owner.handoverId, owner.linkId, known?.id ?? null],
  );
  if (known) return known;
  const { generatedMaps } = await db.insert(Attachments, {
    ...owner,
    kind,
    size: bytes.length,
    digest,
    keptOn: dayOf(now),
  });
  const { id } = generatedMaps[0] as { id: string };
  await db.insert(AttachmentFiles, { attachmentId: id, bytes });
  return db.findOneByOrFail(Attachments, { id });
}

const linkOf = ({ linkId }: Owner) => (linkId ? { linkId } : {});

/** The file that a reply names, of the same owner; refused at its field where it is another one's, or gone. */
export async function attachmentNamed(db: EntityManager, owner: Owner, id: string): Promise<Attachment> {
  const found = isId(id) ? await db.findOneBy(Attachments, { id: id.toLowerCase() }) : null;
  if (!found || found.handoverId !== owner.handoverId || (owner.linkId && found.linkId !== owner.linkId))
    throw new Refusal("GONE", "file");
  return found;
}

/** Its bytes. */
export async function bytesOf(db: EntityManager, attachmentId: string): Promise<Buffer> {
  const file = await db.findOneBy(AttachmentFiles, { attachmentId });
  if (!file) throw notFound();
  return file.bytes;
}
