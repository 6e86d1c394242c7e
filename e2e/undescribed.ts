/**
 * Playwright describes the whole page at each look of an expectation that does not hold yet, a tenth of what pages cost,
 * and shows the last description alone. Registered as a kind of selector, this runs in each page as Playwright
 * sets its own script up there, and takes that away; the report of a story that fails still describes its page.
 */
export function undescribed() {
  // The next thing that the script in question sets in itself, hence the moment when it is within reach.
  const next = "_stableRafCount";
  // oxlint-disable-next-line no-extend-native -- until then, some lines of that script later
  Object.defineProperty(Object.prototype, next, {
    configurable: true,
    set(this: object, value: unknown) {
      Reflect.deleteProperty(Object.prototype, next);
      Reflect.set(this, next, value);
      Reflect.set(Object.getPrototypeOf(this) as object, "ariaSnapshotForExpectFailure", () => undefined);
    },
  });
  return { query: () => null, queryAll: () => [] };
}
