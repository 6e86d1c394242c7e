import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import { dayOf } from "../../../platform/day.ts";
import { notFound, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Attachment, AttachmentFiles, Attachments } from "./attachment.entity.ts";
import { kindOf } from "./kind.ts";
import { withoutTraces } from "./picture.ts";

type Owner = Pick<Attachment, "handoverId" | "linkId">;

/** Files that no reply names. */
export const looseAttachment = `not exists (select from handover h where h.reply_file_id = attachment.id)
  and not exists (select from office_reply r where r.attachment_id = attachment.id)`;

/**
 * Keeps a file that came with a reply. The same one, sent again, is the one that is there; what was sent before and
 * went into no reply makes room.
 */
export async function keepAttachment(db: EntityManager, owner: Owner, sent: Buffer, now: Date): Promise<Attachment> {
  const kind = await kindOf(sent);
  if (!kind) throw new Refusal("WRONG_FILE", "file");
  const bytes = withoutTraces(sent, kind);
  const digest = createHash("sha256").update(bytes).digest("hex");
  return db.transaction(async (tx) => {
    // Held, so that the same file sent twice at once is kept once.
    await tx.query("select from handover where id = $1 for no key update", [owner.handoverId]);
    const known = await tx.findOneBy(Attachments, { handoverId: owner.handoverId, digest, ...linkOf(owner) });
    await tx.query(
      `delete from attachment where handover_id = $1 and link_id is not distinct from $2 and id is distinct from $3
         and ${looseAttachment}`,
      [owner.handoverId, owner.linkId, known?.id ?? null],
    );
    if (known) return known;
    const { generatedMaps } = await tx.insert(Attachments, {
      ...owner,
      kind,
      size: bytes.length,
      digest,
      keptOn: dayOf(now),
    });
    const { id } = generatedMaps[0] as { id: string };
    await tx.insert(AttachmentFiles, { attachmentId: id, bytes });
    return tx.findOneByOrFail(Attachments, { id });
  });
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
