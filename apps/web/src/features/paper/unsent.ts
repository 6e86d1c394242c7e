import type { Problem } from "../../ui/problems.ts";
import { type Shelf, shelf as ownShelf } from "../../ui/shelf.ts";

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
  /** The moment it was typed, or taken up again: they leave in this order, and of two copies the newer holds. */
  savedAt: string;
  /** Problems it was refused for, to be mended. Null while it only waits for the network. */
  problems: readonly Problem[] | null;
  /** How the site failed on it, if it did, since it was typed. */
  fault?: Fault | null;
}

/** Tries of a sheet that the site answered by a fault of its own. */
interface Fault {
  tries: number;
  /** Sentence on the last one. */
  said: string | null;
}

/** So many tries that the site fails on, and a sheet is set aside: it leaves once somebody asks for it. */
const mostTries = 3;

/** A sheet that the site failed on once more. */
export const failedOn = (waiting: Waiting, said: string | null): Waiting => ({
  ...waiting,
  fault: { tries: (waiting.fault?.tries ?? 0) + 1, said },
});

/** One that was set aside, with one more try, after which it is there again. */
export const triedAgain = (waiting: Waiting): Waiting => ({
  ...waiting,
  fault: { tries: mostTries - 1, said: waiting.fault?.said ?? null },
});

/** True if a sheet leaves only once somebody does something about it: it was refused, or set aside. */
export const isHeldBack = ({ problems, fault }: Waiting) => problems !== null || (fault?.tries ?? 0) >= mostTries;

/** A sheet that its typist left out: it waits for nothing, and is taken up again from this device. */
export interface Dropped extends Waiting {
  droppedAt: string;
}

/** First letters of every name that follows. */
export const ofPaper = "entry";

/** Under which names the device keeps what a person typed in. */
export const prefix = (personId: string) => `entry:${personId}:`;

const dropped = "entry-dropped:";

/** Under which names it keeps what they left out of it. */
export const prefixDropped = (personId: string) => `${dropped}${personId}:`;

/** Under which names it keeps codes that are still to be handed over. */
export const prefixCodes = (personId: string) => `entry-code:${personId}:`;

/** Days during which the device keeps a sheet that was left out: somebody's words are on it. */
export const droppedDays = 14;

/** Reads the sheets of a person that wait on this device, for every questionnaire. */
export const unsentOf = (personId: string, shelf: Shelf = ownShelf) =>
  (allUnder(prefix(personId), shelf) as Waiting[]).toSorted(
    (a, b) => a.savedAt.localeCompare(b.savedAt) || a.key.localeCompare(b.key),
  );

/** Reads those that they left out lately, the last one first; older ones leave the device, whoever left them out. */
export function droppedBy(personId: string, shelf: Shelf, now: Date): Dropped[] {
  const since = new Date(now.getTime() - droppedDays * 86_400_000).toISOString();
  try {
    for (const name of Object.keys(shelf.storage()))
      if (name.startsWith(dropped) && droppedIn(read(shelf, name)) < since)
        void shelf.erase(name).catch(() => undefined);
  } catch {
    return [];
  }
  return (allUnder(prefixDropped(personId), shelf) as Waiting[])
    .map((one) => ({ ...one, droppedAt: droppedIn(one) }))
    .toSorted((a, b) => b.droppedAt.localeCompare(a.droppedAt) || a.key.localeCompare(b.key));
}

const droppedIn = (found: Keyed | null) => (found as Dropped | null)?.droppedAt ?? "";

/** Anything kept under a key. */
interface Keyed {
  key: string;
}

/** All that the device has under names that begin so. */
export function allUnder(names: string, shelf: Shelf): Keyed[] {
  try {
    return Object.keys(shelf.storage())
      .filter((name) => name.startsWith(names))
      .flatMap((name) => read(shelf, name) ?? []);
  } catch {
    return [];
  }
}

/** The sheet kept under a name; null if something else wrote there. */
export function read(shelf: Shelf, name: string): Keyed | null {
  try {
    const found = JSON.parse(shelf.read(name) ?? "null") as Keyed | null;
    return found?.key ? found : null;
  } catch {
    return null;
  }
}
