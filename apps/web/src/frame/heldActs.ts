/**
 * Controls whose press is an act of ours: links, summaries and definitions are the browser's, which does them at once.
 * A part that was opened is said again, for what is only asked for then.
 */
const pressed = "button:not([popovertarget]), input:is([type=submit], [type=button])";

type Filled = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A field filled in before the page was alive: a page that draws its fields itself would put its own value back. */
interface Said {
  type: string;
  value: string;
  checked: boolean;
  /** Position of the caret: a page that comes alive puts it at the beginning. */
  caret: number | null;
}

const saidIn = (field: Filled, type: string): Said => ({
  type,
  value: field.value,
  checked: (field as HTMLInputElement).checked,
  caret: (field as HTMLInputElement).selectionEnd,
});

/**
 * Holds what is done on a page that is not alive yet: presses, forms that are sent, Ctrl K. Words and choices
 * stand where they were made, and are only said again. `letGo` does all of it, in its order: once what was pressed
 * again because nothing happened.
 */
export function holdActs() {
  const held = new Map<unknown, () => void>();
  const filled = new Map<Filled, Said>(filledByHand());
  const opened = new Set<EventTarget>();
  const stop = new AbortController();
  const listening = { capture: true, signal: stop.signal };

  function hold(event: Event, control: unknown, again: () => void) {
    event.preventDefault();
    event.stopImmediatePropagation();
    held.set(control, again);
  }

  addEventListener(
    "click",
    (event) => {
      const control = (event.target as Element).closest<HTMLElement>(pressed);
      if (control) hold(event, control, () => control.click());
    },
    listening,
  );
  addEventListener(
    "submit",
    (event) => hold(event, event.target, () => (event.target as HTMLFormElement).requestSubmit()),
    listening,
  );
  addEventListener(
    "keydown",
    (event) => {
      const { key, ctrlKey, metaKey } = event;
      const again = () =>
        document.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, metaKey, bubbles: true }));
      if (key === "k" && (ctrlKey || metaKey)) hold(event, key, again);
    },
    listening,
  );
  for (const type of ["input", "change"])
    addEventListener(type, ({ target }) => filled.set(target as Filled, saidIn(target as Filled, type)), listening);

  addEventListener("toggle", ({ target }) => opened.add(target!), listening);

  const letGo = () => {
    if (stop.signal.aborted) return;
    stop.abort();
    for (const part of opened) part.dispatchEvent(new Event("toggle"));
    for (const [field, said] of filled) if (field.isConnected) sayAgain(field, said);
    for (const again of held.values()) again();
    held.clear();
  };
  return { letGo, isHolding: () => held.size > 0 };
}

/** Fields filled in before this script came. What a browser puts back by itself is none of them: its draft is kept. */
function filledByHand(): [Filled, Said][] {
  const [arrival] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (arrival?.type !== "navigate") return [];
  return [...document.querySelectorAll<Filled>("input, textarea, select")]
    .filter(isFilled)
    .map((field) => [field, saidIn(field, "change")]);
}

/** True if a field no longer holds the value that it came with. */
function isFilled(field: Filled) {
  if (field instanceof HTMLSelectElement) {
    const first = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
    return field.value !== first?.value;
  }
  const { type, checked, defaultChecked, value, defaultValue } = field as HTMLInputElement;
  if (type === "radio") return checked && !defaultChecked;
  return type === "checkbox" ? checked !== defaultChecked : value !== defaultValue;
}

/** Says again what was filled in. React takes a value for new only if it is not the last one that it was given. */
function sayAgain(field: Filled, { type, value, checked, caret }: Said) {
  if (field.matches("[type=checkbox], [type=radio]")) {
    const choice = field as HTMLInputElement;
    choice.checked = !checked;
    return choice.click();
  }
  if (!(field instanceof HTMLSelectElement) && field.type !== "file") {
    field.value = "";
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")!.set!.call(field, value);
    if (caret !== null) field.setSelectionRange(caret, caret);
  } else if (field.value !== value && field.type !== "file") field.value = value;
  return field.dispatchEvent(new Event(type, { bubbles: true }));
}
