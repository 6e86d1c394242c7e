const isFree = () => document.activeElement === document.body;

/** True for what is on the page, and in no fold that has closed. */
const isInSight = (it: Element) => it.isConnected && (it.checkVisibility?.() ?? true);

let stop: () => void = () => undefined;

/**
 * Keeps the focus near, after a press on what has these nodes around it: when what held the focus waits for an answer it
 * has it again afterwards, and when it leaves the page or a fold closes over it, the nearest part around it that stays
 * has it, or the title of the page where none does, so that whoever works by keyboard, or listens, goes on from there. A
 * page that gives it to something else is left to do so.
 */
export function keepNear(active: Element, path: readonly EventTarget[]) {
  const elements = path.filter((it) => it instanceof HTMLElement);
  const pressed = elements.find((it) => it.matches("button, form, a"));
  if (!pressed) return;
  stop();
  // A browser may not give the focus to what is pressed.
  const held = active === document.body ? pressed : active;
  // The browser goes on from the place that a link names.
  if ((held as HTMLAnchorElement).hash) return;
  const around = elements.filter((it) => it.matches("main li, main section"));
  const inMain = pressed.closest("main");
  const give = () => {
    if (!isFree() || !document.hasFocus()) return;
    const stays = isInSight(held);
    const near = stays
      ? (held as HTMLElement)
      : (around.find(isInSight) ?? (inMain && document.querySelector<HTMLElement>("main h1")));
    if (!near || near.matches(":disabled")) return;
    if (!stays) near.tabIndex = -1;
    near.focus({ preventScroll: true });
  };
  // After the page's own effects, which may give it elsewhere.
  const changed = new MutationObserver(() => setTimeout(give));
  changed.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  setTimeout(give);
  for (const next of ["pointerdown", "keydown"]) addEventListener(next, () => stop(), { capture: true, once: true });
  stop = () => changed.disconnect();
}
