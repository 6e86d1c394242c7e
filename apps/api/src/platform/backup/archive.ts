import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { CompressionStream, DecompressionStream, type ReadableStream } from "node:stream/web";
import { Misconfigured } from "../config.ts";

/** Loaded for a backup that has a key alone: 60 ms of CPU of each start. */
const age = () => import("age-encryption");

/** One table of a backup: its rows as COPY writes them, one a line, in the order in which they were read. */
export interface KeptTable {
  name: string;
  columns: string[];
  /** Number of rows. */
  rows: number;
  /** SHA-256 of those lines, in hexadecimal. */
  sha256: string;
}

/** Table of contents of a backup, its last entry. */
export interface Manifest {
  format: 1;
  /** Moment whose rows these are, in ISO 8601. */
  madeAt: string;
  /** Names of the migrations that had made the tables. */
  migrations: string[];
  /** Mark of the secret that the rows belong to; null before the first start. */
  secretMark: string | null;
  tables: KeptTable[];
}

/** Key of age (age-encryption.org) that a backup is locked with: its public half locks, its secret half opens too. */
export interface BackupKey {
  recipient: string;
  /** Null where only the public half is known. */
  identity: string | null;
}

/** Reads a key of age, as `age-keygen` writes it, or its public half alone. */
export async function backupKeyOf(text: string): Promise<BackupKey> {
  const word = text.split(/\s/).find((one) => one.startsWith("age1") || one.startsWith("AGE-SECRET-KEY-"));
  try {
    const { Encrypter, identityToRecipient } = await age();
    if (word?.startsWith("age1")) {
      new Encrypter().addRecipient(word);
      return { recipient: word, identity: null };
    }
    if (word) return { recipient: await identityToRecipient(word), identity: word };
  } catch {
    // said below
  }
  throw new Misconfigured(
    "This is not a key of age: make one with age-keygen; it begins with age1 or AGE-SECRET-KEY-.",
  );
}

type Bytes = AsyncIterable<Uint8Array>;

const web = (bytes: Bytes) => Readable.toWeb(Readable.from(bytes, { objectMode: false })) as ReadableStream<Uint8Array>;

/** Bytes of an entry of the archive: compressed, then encrypted if there is a key. */
export async function* packed(bytes: Bytes, key: BackupKey | null): Bytes {
  const small = web(bytes).pipeThrough(new CompressionStream("gzip"));
  if (!key) {
    yield* small;
    return;
  }
  const { Encrypter } = await age();
  const lock = new Encrypter();
  lock.addRecipient(key.recipient);
  yield* (await lock.encrypt(small as never)) as unknown as Bytes;
}

/** Reads an entry of the archive back. */
export async function* unpacked(bytes: Bytes, key: BackupKey | null): Bytes {
  let small = web(bytes);
  if (key?.identity) {
    const { Decrypter } = await age();
    const lock = new Decrypter();
    lock.addIdentity(key.identity);
    small = (await lock.decrypt(small as never)) as never;
  }
  yield* small.pipeThrough(new DecompressionStream("gzip")) as unknown as Bytes;
}

/** Lets bytes through and counts them: lines of COPY, where a line feed ends a row and is never inside one. */
export function tally() {
  const hash = createHash("sha256");
  let rows = 0;
  return {
    async *of(bytes: Bytes): Bytes {
      for await (const chunk of bytes) {
        hash.update(chunk);
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++;
        yield chunk;
      }
    },
    result: () => ({ rows, sha256: hash.digest("hex") }),
  };
}

/** Name of an entry; one that is locked says so, as files of age do. */
export const entryOf = (name: string, locked: boolean) => `${name}.gz${locked ? ".age" : ""}`;
