/** Counts tries in memory alone, by a key that is written nowhere. */
export function attempts({ most, seconds }: { most: number; seconds: number }) {
  const windows = new Map<string, { count: number; until: number }>();

  /** One more try: 0 when it may go on, else the seconds to wait. */
  return function wait(key: string, now = Date.now()): number {
    const window = windows.get(key);
    if (!window || window.until <= now) {
      if (windows.size >= 10_000) for (const [old, { until }] of windows) if (until <= now) windows.delete(old);
      windows.set(key, { count: 1, until: now + seconds * 1000 });
      return 0;
    }
    window.count += 1;
    return window.count > most ? Math.ceil((window.until - now) / 1000) : 0;
  };
}
