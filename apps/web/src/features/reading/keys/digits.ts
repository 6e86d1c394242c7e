import { deviceValue, keepOnDevice } from "../../../ui/device.ts";

export interface Ranked {
  id: string;
  number: number;
  peopleCount: number;
}

/** Key points behind the digits, fixed when the evening begins, or pinned by its reader. */
export interface Digits {
  evening: string;
  ids: readonly string[];
}

/** Number of digits. */
export const pinned = 9;

/** An evening ends at four in the morning. */
export const eveningOf = (now: number) => new Date(now - 4 * 3_600_000).toDateString();

/** Key points in the order of this evening: the most used first when it began, those written since at the end. */
export function inOrder<KeyPoint extends Ranked>(keyPoints: readonly KeyPoint[], ids: readonly string[]): KeyPoint[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  const at = ({ id }: KeyPoint) => place.get(id) ?? ids.length;
  return keyPoints.toSorted((a, b) => at(a) - at(b) || b.peopleCount - a.peopleCount || a.number - b.number);
}

const nameOf = (objective: string) => `digits:${objective}`;

/** Digits of an objective for the evening: nothing moves under one's fingers, whatever is marked meanwhile. */
export function digitsOf(objective: string, keyPoints: readonly Ranked[], now = Date.now()): Digits {
  const evening = eveningOf(now);
  const before = read(deviceValue(nameOf(objective)));
  const kept = before?.evening === evening ? before : { evening, ids: [] };
  const ids = inOrder(keyPoints, kept.ids).map(({ id }) => id);
  const digits = { evening, ids: [...kept.ids, ...ids.filter((id) => !kept.ids.includes(id))] };
  if (digits.ids.length !== before?.ids.length || before.evening !== evening) keep(objective, digits);
  return digits;
}

/** Gives a digit to a key point; the one that had it takes its place. */
export function pin(objective: string, digits: Digits, id: string, digit: number): Digits {
  const ids = [...digits.ids];
  const from = ids.indexOf(id);
  const [other] = ids.splice(digit - 1, 1, id);
  if (from < 0) ids.push(...(other ? [other] : []));
  else if (from !== digit - 1 && other) ids[from] = other;
  const pinnedNow = { ...digits, ids: [...new Set(ids)] };
  keep(objective, pinnedNow);
  return pinnedNow;
}

const keep = (objective: string, digits: Digits) => void keepOnDevice(nameOf(objective), JSON.stringify(digits));

function read(text: string | null): Digits | null {
  try {
    return JSON.parse(text ?? "null") as Digits | null;
  } catch {
    return null;
  }
}

/** The digit that was pressed, on any keyboard: where digits need Shift the key itself answers. */
export const digitOf = ({ key, code }: { key: string; code?: string }) =>
  /^[1-9]$/.test(key) ? Number(key) : Number(/^Digit([1-9])$/.exec(code ?? "")?.[1] ?? 0);
