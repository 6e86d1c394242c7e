import { limits } from "@cahier/schema/limits";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal, together } from "../../../platform/refusal.ts";
import { givenLine, neededLine } from "../../../platform/text/text.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { freeSlug } from "../../../platform/data/freeSlug.ts";
import type { Sent } from "../../ground/storedFile/keepSent.ts";
import { Documents, DocumentVersions } from "./document.entity.ts";
import { documentPolicy } from "./document.policy.ts";
import { changeIn, documentHeld, givenDay, givenLanguage } from "./document.writes.ts";
import { writeServed } from "./served.ts";

/** Fields of a document, as they are typed. */
export interface Said {
  title: string;
  purpose: string;
  datedOn: string;
  licence: string;
  attribution: string;
  language: string;
}

/** Reads what is said of a document; all that is wrong with it is refused at once, each at its field. */
export const saidOf = (said: Said) =>
  together({
    title: () => neededLine(said.title, "title", limits["document.title"]),
    purpose: () => neededLine(said.purpose, "purpose", limits["document.purpose"]),
    datedOn: () => givenDay(said.datedOn, "datedOn"),
    licence: () => givenLine(said.licence, "licence", limits["document.licence"]),
    attribution: () => givenLine(said.attribution, "attribution", limits["document.attribution"]),
    language: () => givenLanguage(said.language),
  });

/** Puts a file on line as a document of a group. The same bytes again under the same title are the one that is there. */
export async function addDocument(tx: Transaction, group: string, said: Said, serves: string[], sent: Sent) {
  const { db, viewer, record, now } = tx;
  // Two that come at once wait for each other.
  const lock = { mode: "for_no_key_update" } as const;
  const { id: groupId } = (await db.findOne(WorkingGroups, { where: { slug: group }, lock })) ?? { id: null };
  if (!groupId) throw notFound();
  authorize(documentPolicy.add(viewer, groupId));
  const words = saidOf(said);
  const [there] = await db.query<{ id: string }[]>(
    `select d.id from document d join document_version v on v.document_id = d.id and v.number = d.version
     where d.group_id = $1 and d.title = $2 and v.digest = $3 and ${visible("d")} limit 1`,
    [groupId, words.title, sent.file.digest],
  );
  if (there) return db.findOneByOrFail(Documents, { id: there.id });
  const row = {
    ...words,
    groupId,
    slug: await freeSlug(db, Documents, words.title, "document"),
    kind: "FILE" as const,
    version: 1,
    publishedOn: dayOf(now),
    sections: [],
  };
  const { id } = (await db.insert(Documents, row)).identifiers[0] as { id: string };
  await insertVersion(tx, id, 1, null, sent);
  await writeServed(db, id, serves);
  await record("document.added", id, { digest: sent.file.digest });
  return db.findOneByOrFail(Documents, { id });
}

/**
 * Puts another version of a file on line: the ones before stay. The same bytes again, with the same words, are the version
 * that is there.
 */
export async function addDocumentVersion(tx: Transaction, documentId: string, change: string, sent: Sent) {
  const { db, record, now } = tx;
  const document = await documentHeld(tx, documentId);
  if (document.kind !== "FILE") throw new Refusal("WRONG_KIND", "file");
  const words = changeIn(change);
  const current = await db.findOneByOrFail(DocumentVersions, { documentId: document.id, number: document.version });
  const same = current.digest === sent.file.digest;
  if (same && current.change === words) return document;
  if (same) throw new Refusal("SAME_FILE", "file");
  const version = document.version + 1;
  await insertVersion(tx, document.id, version, words, sent);
  await db.update(Documents, document.id, { version, publishedOn: dayOf(now) });
  await record("document.versionAdded", document, { version, digest: sent.file.digest });
  return { ...document, version, publishedOn: dayOf(now) };
}

const insertVersion = (
  { db, now }: Transaction,
  documentId: string,
  number: number,
  change: string | null,
  { kind, file, picture, read }: Sent,
) =>
  db.insert(DocumentVersions, {
    documentId,
    number,
    change,
    addedOn: dayOf(now),
    fileId: file.id,
    kind,
    size: file.size,
    digest: file.digest,
    pages: read.pages,
    pictureId: picture?.id ?? null,
    words: read.words.slice(0, limits["document.words"]),
  });
