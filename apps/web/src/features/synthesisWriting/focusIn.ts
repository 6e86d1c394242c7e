/** The sentence of a paragraph takes the focus; where there is none, the first field. */
export function focusIn(id: string) {
  const box = document.getElementById(`paragraph-${id}`);
  const field = box?.querySelector<HTMLElement>("textarea[name=text]") ?? box?.querySelector<HTMLElement>("select");
  field?.focus({ preventScroll: true });
  box?.scrollIntoView({ block: "nearest" });
}

/** Gives the focus to the last control of key points: the next ones come after it, and the button that asked may go. */
export function focusLast(list: Element | null | undefined) {
  const controls = list?.querySelectorAll<HTMLElement>(
    ".writing-point :is(button, summary), .writing-heap :is(button, input)",
  );
  [...(controls ?? [])].at(-1)?.focus();
}
