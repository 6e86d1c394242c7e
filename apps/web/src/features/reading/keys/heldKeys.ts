/**
 * Keys pressed while the desk is on its way to another text, or waits for what a digit names: none is dropped, each is
 * played once there, in its order.
 */
interface Pressed {
  key: string;
  code: string;
  shiftKey: boolean;
}

/** Nothing holds keys longer: a page that did not come must not swallow them. */
const patience = 10_000;

const typing = "input, textarea, select, [contenteditable]";

export class HeldKeys {
  #pressed: Pressed[] = [];
  #held = false;
  #playing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #page: Pick<EventTarget, "addEventListener" | "removeEventListener">;

  constructor(page: Pick<EventTarget, "addEventListener" | "removeEventListener">) {
    this.#page = page;
  }

  readonly #onKey = (event: Event) => {
    const { key, code, shiftKey, ctrlKey, metaKey, altKey, isTrusted, target } = event as KeyboardEvent;
    if (!isTrusted || ctrlKey || metaKey || altKey || key === "Tab") return;
    // While a held key has just led to a field, what is typed there waits behind what was held.
    if (!this.#playing && (target as Partial<Element> | null)?.matches?.(typing)) return;
    this.#pressed.push({ key, code, shiftKey });
    event.preventDefault();
    event.stopPropagation();
  };

  /** From now on keys wait. */
  hold() {
    this.#held = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.drop(), patience);
    this.#page.addEventListener("keydown", this.#onKey, true);
  }

  /**
   * Plays what was pressed meanwhile, each key once the page shows what the one before it changed; where one of them
   * leads elsewhere, the rest waits again.
   */
  async play(press: (key: Pressed) => void) {
    this.#held = false;
    if (this.#playing) return;
    this.#playing = true;
    while (this.#pressed.length && !this.#held) {
      // oxlint-disable-next-line no-await-in-loop -- a page that was just drawn first says where the focus is
      await new Promise((drawn) => {
        setTimeout(drawn);
      });
      const key = this.#held ? undefined : this.#pressed.shift();
      if (key) press(key);
    }
    this.#playing = false;
    if (!this.#held) this.drop();
  }

  drop() {
    clearTimeout(this.#timer);
    this.#held = false;
    this.#pressed = [];
    this.#page.removeEventListener("keydown", this.#onKey, true);
  }
}
