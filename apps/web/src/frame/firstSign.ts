/** Events by which one knows that somebody is there: before any press, a pointer moves, a finger touches, a page scrolls. */
export const signs = ["pointermove", "pointerdown", "touchstart", "keydown", "focusin", "wheel", "scroll"] as const;

/** True for the move of a pointer that rests, which a browser tells of where the page is drawn under it. */
export const isStill = (sign: Event) =>
  sign.type === "pointermove" && (sign as PointerEvent).movementX === 0 && (sign as PointerEvent).movementY === 0;

/** Names under which a device keeps how pages look, and where one goes once signed in: nothing that a page shows besides. */
const looks = ["theme", "dates", "asked"];

/**
 * True if this page may have something of whoever opens it, which the API could not write: what the device keeps, an
 * account, the place in a visit that goes on, the part of the page that was asked for, a page that came as a shell.
 */
export function deviceKnowsSomething(): boolean {
  if (document.querySelector("[data-waiting]")) return true;
  if (history.state !== null || location.hash || /(^|; )signed-in=/.test(document.cookie)) return true;
  try {
    return Object.keys(localStorage).some((name) => !looks.includes(name));
  } catch {
    return false;
  }
}
