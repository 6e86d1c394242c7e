/** Readings that say something of a pace. */
const enough = 20;

/** Minutes after which somebody who reads has done something else. */
const pause = 15;

/**
 * Hours still needed for the texts to read, at one's own pace: the time between a reading and the next, breaks left out.
 * Texts read together count for what they took. Null when nothing is left, and before twenty readings.
 */
export function hoursLeft(toRead: number, readAt: readonly Date[]): number | null {
  if (toRead === 0 || readAt.length < enough) return null;
  const times = readAt.map((at) => at.getTime()).toSorted((a, b) => a - b);
  const gaps = times.slice(1).map((time, index) => (time - times[index]!) / 60_000);
  const spent = gaps.filter((minutes) => minutes <= pause);
  const minutes = spent.reduce((sum, gap) => sum + gap, 0) / spent.length;
  return minutes > 0 ? Math.max(1, Math.round((toRead * minutes) / 60)) : null;
}
