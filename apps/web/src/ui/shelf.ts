import type { Disk } from "./disk.ts";

/** Names of texts that were erased while the disk had not said so yet. */
export const erased = (name: string) => `erased:${name}`;

/** It comes after the page, before anybody has typed. */
const loadDisk = () => import("./disk.ts");

/**
 * Texts that are being written, on this device twice: in `localStorage`, which is read at once and tells the other tabs,
 * and on the disk, which a killed browser does not lose. The newer wins. Each text is JSON with a `savedAt`.
 */
export class Shelf {
  /** Place that is read at once; throws where a browser refuses it. */
  readonly storage: () => Storage;
  readonly #disk: () => Promise<Disk>;

  constructor(storage: () => Storage = () => localStorage, disk?: Disk) {
    this.storage = storage;
    this.#disk = async () => disk ?? (await loadDisk()).disk;
  }

  read(name: string): string | null {
    try {
      return this.storage().getItem(name);
    } catch {
      return null;
    }
  }

  /** Writes in both: throws at once where the first keeps nothing, ends once the disk has it. */
  keep(name: string, text: string): Promise<void> {
    this.storage().setItem(name, text);
    return this.#disk().then((disk) => disk.write(name, { text, savedAt: savedAt(text) }));
  }

  /** Takes it from both. A tab that is closed meanwhile has said so already. */
  async erase(name: string) {
    const now = new Date().toISOString();
    try {
      this.storage().setItem(erased(name), now);
    } catch {
      // A full device: only a browser killed at this instant would find the text again.
    }
    this.storage().removeItem(name);
    await (await this.#disk()).write(name, { text: null, savedAt: now });
    this.storage().removeItem(erased(name));
  }

  /** Brings both to the newer of the two, after a crash; the names that changed where texts are read. */
  async mend(prefix: string): Promise<string[]> {
    return (await loadDisk()).mend(this.storage(), await this.#disk(), prefix);
  }
}

/** Moment at which a text was saved; empty for one that does not say. */
export function savedAt(text: string): string {
  try {
    return (JSON.parse(text) as { savedAt?: string }).savedAt ?? "";
  } catch {
    return "";
  }
}

export const shelf = new Shelf();
