import { Shelf } from "../../ui/shelf.ts";

/** Storage in memory, where nothing may stay on the device. */
export function inMemory(): Storage {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
    clear: () => kept.clear(),
    key: (index: number) => [...kept.keys()][index] ?? null,
  };
  // The number of things kept is theirs to know; their names are listed like those of the device.
  return new Proxy(storage as Storage, {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: (_, name) =>
      kept.has(String(name)) ? { configurable: true, enumerable: true, value: kept.get(String(name)) } : undefined,
  });
}

const nothing = () => Promise.resolve();

/** The same for what is being written: neither kept nor found again. */
export function shelfInMemory(): Shelf {
  const storage = inMemory();
  return new Shelf(() => storage, { write: nothing, drop: nothing, all: () => Promise.resolve(new Map()) });
}
