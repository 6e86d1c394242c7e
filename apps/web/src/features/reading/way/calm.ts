/** So many milliseconds without a key or a tap are a moment in which a page may do what nobody waits for. */
const pause = 150;

/** Nothing waits longer for one. */
const patience = 5000;

let touched = 0;

/** Listens to what whoever reads does; to be called once they do. */
export const watchHands = () => {
  for (const act of ["keydown", "pointerdown"])
    addEventListener(act, () => void (touched = performance.now()), { capture: true, passive: true });
};

/** Ends in a moment without a key: what is pressed is drawn first, the next text above all. */
export async function calm() {
  const late = performance.now() + patience;
  const left = () => Math.min(touched + pause, late) - performance.now();
  for (let wait = left(); wait > 0; wait = left())
    // oxlint-disable-next-line no-await-in-loop -- each key begins the moment anew
    await new Promise((later) => {
      setTimeout(later, wait);
    });
}
