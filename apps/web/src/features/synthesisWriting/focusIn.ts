/** The sentence of a paragraph takes the focus, to be gone on with at its end; where there is none, the first field. */
export function focusIn(id: string) {
  const box = document.getElementById(`paragraph-${id}`);
  const text = box?.querySelector<HTMLTextAreaElement>("textarea[name=text]");
  (text ?? box?.querySelector<HTMLElement>("select"))?.focus({ preventScroll: true });
  text?.setSelectionRange(text.value.length, text.value.length);
  box?.scrollIntoView({ block: "nearest" });
}

/** Gives the focus to the last control of key points: the next ones come after it, and the button that asked may go. */
export function focusLast(list: Element | null | undefined) {
  const controls = list?.querySelectorAll<HTMLElement>(
    ".writing-point :is(button, summary), .writing-heap :is(button, input)",
  );
  [...(controls ?? [])].at(-1)?.focus();
}
