/**
 * The disk of this device, by IndexedDB: `localStorage` reaches it so late that a browser killed off line lost 371 of
 * 418 characters. Written by hand: libraries for it hide `durability`, which is what is wanted here.
 */

import { erased, savedAt } from "./shelf.ts";

/** Text as it was written last; null once it was erased. */
export interface Written {
  text: string | null;
  savedAt: string;
}

export interface Disk {
  /** Ends once it is on the disk, or something newer: two tabs write there in any order. */
  write: (name: string, written: Written) => Promise<void>;
  drop: (name: string) => Promise<void>;
  all: () => Promise<Map<string, Written>>;
}

const store = "texts";
let opened: Promise<IDBDatabase> | undefined;

const openOnce = () =>
  (opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open("kept", 1);
    asked.addEventListener("upgradeneeded", () => asked.result.createObjectStore(store));
    asked.addEventListener("error", () => reject(asked.error!));
    asked.addEventListener("success", () => {
      const forget = () => (opened = undefined);
      asked.result.addEventListener("close", forget);
      resolve(asked.result);
    });
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  }));

/** One transaction; ends once what it writes is on the disk. */
async function transaction<Result>(mode: IDBTransactionMode, act: (texts: IDBObjectStore) => () => Result) {
  const all = (await openOnce()).transaction(store, mode, { durability: "strict" });
  const result = act(all.objectStore(store));
  await new Promise<void>((resolve, reject) => {
    all.addEventListener("complete", () => resolve());
    all.addEventListener("abort", () => reject(all.error ?? new DOMException("aborted", "AbortError")));
  });
  return result();
}

export const disk: Disk = {
  write: (name, written) =>
    transaction("readwrite", (texts) => {
      const there = texts.get(name) as IDBRequest<Written | undefined>;
      there.addEventListener("success", () => {
        if (!(there.result && there.result.savedAt > written.savedAt)) texts.put(written, name);
      });
      return () => undefined;
    }),
  drop: (name) =>
    transaction("readwrite", (texts) => {
      texts.delete(name);
      return () => undefined;
    }),
  all: () =>
    transaction("readonly", (texts) => {
      const names = texts.getAllKeys();
      const values = texts.getAll();
      return () => new Map(names.result.map((name, index) => [name as string, values.result[index] as Written]));
    }),
};

const day = 24 * 3600 * 1000;

/** Brings two places to the newer of both, after a crash; the names that changed where texts are read. */
export async function mend(storage: Storage, onDisk: Disk, prefix: string): Promise<string[]> {
  const changed: string[] = [];
  for (const [name, there] of await onDisk.all()) {
    if (!name.startsWith(prefix)) continue;
    const here = storage.getItem(name);
    const hereAt = here === null ? (storage.getItem(erased(name)) ?? "") : savedAt(here);
    if (hereAt >= there.savedAt) {
      // oxlint-disable-next-line no-await-in-loop -- mostly none
      if (hereAt > there.savedAt) await onDisk.write(name, { text: here, savedAt: hereAt });
      if (here === null) storage.removeItem(erased(name));
    } else if (there.text !== null) {
      storage.setItem(name, there.text);
      changed.push(name);
    } else if (here !== null) {
      storage.removeItem(name);
      changed.push(name);
    } else if (Date.now() - Date.parse(there.savedAt) > day) {
      // Nothing can bring it back any longer.
      // oxlint-disable-next-line no-await-in-loop -- mostly none
      await onDisk.drop(name);
    }
  }
  return changed;
}
