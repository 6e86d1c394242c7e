import { type Disk, disk as ownDisk } from "./disk.ts";
import { whose } from "./whose.ts";

/** Names of texts that were erased while the disk had not said so yet. */
const erased = (name: string) => `erased:${name}`;

const day = 24 * 3600 * 1000;

/**
 * Texts that are being written, on this device twice: in `localStorage`, which is read at once and tells the other tabs,
 * and on the disk, which a killed browser does not lose. The newer wins. Each text is JSON with a `savedAt`.
 */
export class Shelf {
  /** Place that is read at once; throws where a browser refuses it. */
  readonly storage: () => Storage;
  readonly #disk: Disk;

  constructor(storage: () => Storage = () => localStorage, disk: Disk = ownDisk) {
    this.storage = storage;
    this.#disk = disk;
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
    return this.#disk.write(name, { text, savedAt: savedAt(text) });
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
    await this.#disk.write(name, { text: null, savedAt: now });
    this.storage().removeItem(erased(name));
  }

  /** Brings both to the newer of the two, after a crash; the names that changed where texts are read. */
  async mend(prefix: string): Promise<string[]> {
    const storage = this.storage();
    const changed: string[] = [];
    for (const [name, onDisk] of await this.#disk.all()) {
      if (!name.startsWith(prefix)) continue;
      const here = storage.getItem(name);
      const hereAt = here === null ? (storage.getItem(erased(name)) ?? "") : savedAt(here);
      if (hereAt >= onDisk.savedAt) {
        // oxlint-disable-next-line no-await-in-loop -- mostly none
        if (hereAt > onDisk.savedAt) await this.#disk.write(name, { text: here, savedAt: hereAt });
      } else if (onDisk.text !== null) {
        storage.setItem(name, onDisk.text);
        changed.push(name);
      } else if (here !== null) {
        storage.removeItem(name);
        changed.push(name);
      } else if (Date.now() - Date.parse(onDisk.savedAt) > day) {
        // Nothing can bring it back any longer.
        // oxlint-disable-next-line no-await-in-loop -- mostly none
        await this.#disk.drop(name);
      }
    }
    return changed;
  }
}

/** When a text was saved; empty for one that does not say. */
function savedAt(text: string): string {
  try {
    return String((JSON.parse(text) as { savedAt?: string }).savedAt ?? "");
  } catch {
    return "";
  }
}

export const shelf = new Shelf();

/** Names of what the person who is signed in has begun to write on this device. */
export function ownTexts(device = shelf): string[] {
  const sign = whose();
  try {
    return sign ? Object.keys(device.storage()).filter((name) => name.split(":")[0]!.endsWith(`@${sign}`)) : [];
  } catch {
    return [];
  }
}
