import type { Written } from "./disk.ts";
import { Shelf } from "./shelf.ts";

/** A device as plain as can be. */
export function device(): Storage {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem(name: string, value: string) {
      kept.set(name, value);
      Object.defineProperty(storage, name, { configurable: true, enumerable: true, value });
    },
    removeItem(name: string) {
      kept.delete(name);
      Reflect.deleteProperty(storage, name);
    },
  };
  for (const name of Object.keys(storage)) Object.defineProperty(storage, name, { enumerable: false });
  return storage as unknown as Storage;
}

/** A device's copy, with its disk. */
export const shelfOn = (storage: Storage, disk = new Map<string, Written>()) =>
  new Shelf(() => storage, {
    write: async (name, written) => {
      if ((disk.get(name)?.savedAt ?? "") <= written.savedAt) disk.set(name, written);
    },
    drop: async (name) => void disk.delete(name),
    all: async () => new Map(disk),
  });
