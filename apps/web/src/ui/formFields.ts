/** Fields of a form by their name; several values for boxes that share one. */
export type FieldValues = Readonly<Record<string, readonly string[]>>;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const typable = (element: Element): element is Control =>
  /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) &&
  (element as Control).name !== "" &&
  !/^(file|hidden|password|submit|button)$/.test((element as Control).type);

const isBox = (control: Control): control is HTMLInputElement => /^(radio|checkbox)$/.test(control.type);

const controlsOf = (form: HTMLFormElement) => [...form.elements].filter(typable);

/** Values of the fields of a form. */
export function fieldsOf(form: HTMLFormElement): FieldValues {
  const values: Record<string, string[]> = {};
  for (const control of controlsOf(form)) {
    const list = (values[control.name] ??= []);
    if (!isBox(control) || control.checked) list.push(control.value);
  }
  return values;
}

/** As somebody who types it would: what React holds hears of it too. */
function put(control: Control, values: readonly string[], index: number) {
  if (isBox(control)) {
    if (control.checked !== values.includes(control.value)) control.click();
    return;
  }
  const value = values[index] ?? "";
  if (control.value === value) return;
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")!;
  set!.call(control, value);
  control.dispatchEvent(new Event(control.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
}

const filled = new WeakSet<HTMLFormElement>();

/** True while values are put back in a form by `fill`. */
export const isFilled = (form: HTMLFormElement) => filled.has(form);

/** Fields drawn later than this, by a choice or with what the API answers, stay as they are. */
const patience = 3000;
const pause = 30;

/**
 * Puts values back in the fields of a form, each once: what is typed meanwhile stays. A choice may bring other fields,
 * and the options of a list may come later. Answers with how to stop.
 */
export function fill(form: HTMLFormElement, values: FieldValues) {
  const done = new Set<Control>();
  let rest = patience;
  const round = () => {
    const places = new Map<string, number>();
    filled.add(form);
    for (const control of controlsOf(form)) {
      const index = isBox(control) ? 0 : (places.get(control.name) ?? 0);
      places.set(control.name, index + 1);
      const wanted = values[control.name];
      if (done.has(control) || !wanted || !canTake(control, wanted[index])) continue;
      done.add(control);
      put(control, wanted, index);
    }
    filled.delete(form);
    rest -= pause;
    if (rest < 0) clearInterval(timer);
  };
  const timer = setInterval(round, pause);
  round();
  return () => clearInterval(timer);
}

const canTake = (control: Control, value = "") =>
  control.tagName !== "SELECT" || [...(control as HTMLSelectElement).options].some((one) => one.value === value);
