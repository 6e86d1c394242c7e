import { createHash, randomUUID } from "node:crypto";
import type { EntityManager } from "typeorm";
import { type Bucket, objectNamed, putObject, removeObject } from "../../../platform/files/bucket.ts";
import { unreferenced } from "../../../platform/data/unreferenced.ts";
import { notFound } from "../../../platform/refusal.ts";
import { type StoredFile, StoredFiles } from "./storedFile.entity.ts";

/** Days after which a file that no row names is let go. */
const looseFor = "1 day";

/** Place that files go to: null for the database. */
export type Store = Bucket | null;

/**
 * Keeps a file before the act that names it, outside its transaction: no lock waits for a store. Its row is written
 * first, so that bytes without a row are nowhere; the act refused, `dropFile` takes both away.
 */
export async function keepFile(db: EntityManager, store: Store, bytes: Buffer, now: Date): Promise<StoredFile> {
  const file: StoredFile = {
    id: randomUUID(),
    place: store ? "BUCKET" : "DATABASE",
    size: bytes.length,
    digest: createHash("sha256").update(bytes).digest("hex"),
    keptAt: now,
    bytes: null,
  };
  await db.insert(StoredFiles, store ? file : { ...file, bytes });
  if (!store) return file;
  try {
    await putObject(store, file.id, bytes, file.digest);
  } catch (error) {
    await db.delete(StoredFiles, file.id);
    throw error;
  }
  return file;
}

/** The bytes of a file. */
export async function bytesOfFile(db: EntityManager, store: Store, id: string): Promise<Buffer> {
  const [file] = await db.query<Pick<StoredFile, "place" | "bytes">[]>(
    "select place, bytes from stored_file where id = $1",
    [id],
  );
  if (!file) throw notFound();
  if (file.place === "DATABASE") return file.bytes!;
  if (!store) throw new Error("A file stands in a bucket, and none is set.");
  return objectNamed(store, id);
}

/** Lets a file go, wherever it is. One in a bucket that is not set any more stays known, so that it is not lost. */
export async function dropFile(db: EntityManager, store: Store, { id, place }: Pick<StoredFile, "id" | "place">) {
  if (place === "BUCKET") {
    if (!store) return;
    await removeObject(store, id);
  }
  await db.delete(StoredFiles, id);
}

/** Lets go the files that no row names: what was sent with an act that did not come about. */
export async function dropLoose(db: EntityManager, store: Store, now: Date) {
  const loose = await db.query<Pick<StoredFile, "id" | "place">[]>(
    `select it.id, it.place from stored_file it where it.kept_at < $1::timestamptz - interval '${looseFor}'
       and ${unreferenced(db, StoredFiles)} limit 1000`,
    [now],
  );
  for (const file of loose) await dropFile(db, store, file);
  return loose.length;
}
