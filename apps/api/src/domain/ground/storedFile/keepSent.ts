import type { DataSource } from "typeorm";
import type { AttachmentKind, ProblemCode } from "../../../graphql/resolvers.generated.ts";
import type { Context, Transaction } from "../../../platform/context.ts";
import { type ReadDocument, readDocument } from "../../../platform/files/reading/readDocument.ts";
import { recorder } from "../../../platform/journal.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { sentFile } from "../attachment/sentFile.ts";
import type { StoredFile } from "./storedFile.entity.ts";
import { dropFile, keepFile, type Store } from "./storedFile.writes.ts";

/** A file that was sent, kept and read before the act that names it. */
export interface Sent {
  kind: AttachmentKind;
  file: StoredFile;
  picture: StoredFile | null;
  read: ReadDocument;
}

/** Place of the file, and the kinds that are taken there, with the word for all others. */
export interface Keeping {
  database: DataSource;
  store: Store;
  taken: readonly AttachmentKind[];
  otherwise: ProblemCode;
}

/** Reads what was sent, keeps it, and does the act that names it: refused, nothing of it is left. */
export async function keepSent<Done>(
  { database, store, taken, otherwise }: Keeping,
  { viewer, now }: Pick<Context, "viewer" | "now">,
  body: Buffer,
  act: (tx: Transaction, sent: Sent) => Promise<Done>,
): Promise<Done> {
  const { kind, bytes } = await sentFile(body, [...taken], otherwise);
  const read = await readDocument(kind, bytes);
  if (read.hostile) throw new Refusal(otherwise, "file");
  const db = database.manager;
  const file = await keepFile(db, store, bytes, now);
  const picture = read.picture ? await keepFile(db, store, Buffer.from(read.picture.bytes), now) : null;
  try {
    return await database.transaction((tx) =>
      act({ db: tx, viewer, now, record: recorder(tx, viewer, now) }, { kind, file, picture, read }),
    );
  } catch (error) {
    for (const one of [file, picture]) if (one) await dropFile(db, store, one).catch(() => null);
    throw error;
  }
}
