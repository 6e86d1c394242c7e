/** The sentence of a paragraph takes the focus; where there is none, the first field. */
export function focusIn(id: string) {
  const box = document.getElementById(`paragraph-${id}`);
  const field = box?.querySelector<HTMLElement>("textarea[name=text]") ?? box?.querySelector<HTMLElement>("select");
  field?.focus({ preventScroll: true });
  box?.scrollIntoView({ block: "nearest" });
}
