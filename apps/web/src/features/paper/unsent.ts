import type { Problem } from "../../ui/problems.ts";

/** Raw text of a sheet, so that it can be mended as it was typed. */
export interface Written {
  /** A sheet, the report of a meeting, or a sheet typed in a second time. */
  kind: "SHEET" | "MEETING" | "AGAIN";
  /** Question id → what was typed. */
  typed: Readonly<Record<string, string>>;
  /** Fields beside the questions, by name. */
  head: Readonly<Record<string, string>>;
  /** The revision of the questionnaire that was on the paper. */
  revision: number;
}

/** Something typed in that waits to leave. */
export interface Waiting {
  /** Made when it was begun: it is stored once, whatever the retries. */
  key: string;
  questionnaireId: string;
  slug: string;
  /** Name in the list: « Lot 3, 29 ». */
  name: string;
  written: Written;
  /** Input of the mutation of its kind. */
  input: Readonly<Record<string, unknown>>;
  savedAt: string;
  /** Problems it was refused for, to be mended. Null while it only waits for the network. */
  problems: readonly Problem[] | null;
}

/** Under which names the device keeps what a person typed in. */
export const prefix = (personId: string) => `entry:${personId}:`;

/** Reads the sheets of a person that wait on this device, for every questionnaire. */
export function unsentOf(personId: string, device: () => Storage = () => localStorage): Waiting[] {
  try {
    const storage = device();
    return Object.keys(storage)
      .filter((name) => name.startsWith(prefix(personId)))
      .flatMap((name) => read(storage, name) ?? [])
      .toSorted((a, b) => a.savedAt.localeCompare(b.savedAt) || a.key.localeCompare(b.key));
  } catch {
    return [];
  }
}

function read(storage: Storage, name: string): Waiting | null {
  try {
    const found = JSON.parse(storage.getItem(name) ?? "null") as Waiting | null;
    return found?.key && found.written ? found : null;
  } catch {
    return null;
  }
}
