import { deviceValue, keepOnDevice } from "../../../ui/device.ts";

export interface Ranked {
  id: string;
  number: number;
  peopleCount: number;
}

/** What answers to a digit during an evening, as it was when it began. */
export interface Digits {
  evening: string;
  ids: readonly string[];
  /** Digits given to suggestions: the first ones. */
  suggested: number;
}

/** An evening ends at four in the morning. */
export const eveningOf = (now: number) => new Date(now - 4 * 3_600_000).toDateString();

/** Key points in the order of this evening: the most used first when it began, those written since at the end. */
export function inOrder<KeyPoint extends Ranked>(keyPoints: readonly KeyPoint[], ids: readonly string[]): KeyPoint[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  const at = ({ id }: KeyPoint) => place.get(id) ?? ids.length;
  return keyPoints.toSorted((a, b) => at(a) - at(b) || b.peopleCount - a.peopleCount || a.number - b.number);
}

/** Digits of an objective for the evening: nothing moves under one's fingers, whatever is marked meanwhile. */
export function digitsOf(objective: string, keyPoints: readonly Ranked[], suggested: number, now = Date.now()): Digits {
  const name = `digits:${objective}`;
  const evening = eveningOf(now);
  const before = read(deviceValue(name));
  const kept = before?.evening === evening ? before : { evening, ids: [], suggested };
  const ids = inOrder(keyPoints, kept.ids).map(({ id }) => id);
  const digits = { ...kept, ids: [...kept.ids, ...ids.filter((id) => !kept.ids.includes(id))] };
  keepOnDevice(name, JSON.stringify(digits));
  return digits;
}

function read(text: string | null): Digits | null {
  try {
    return JSON.parse(text ?? "null") as Digits | null;
  } catch {
    return null;
  }
}
