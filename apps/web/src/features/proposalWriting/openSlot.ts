const fields = "textarea, input:not([type=hidden]), select";

/** Opens the slot that an address names by its anchor, and puts the cursor in its first field. */
export function openSlot(address: string) {
  const anchor = address.slice(address.indexOf("#") + 1);
  // The sources of a sentence are chosen beside it: of the first.
  if (anchor === "sources") return document.querySelector<HTMLElement>("article [data-sources]")?.click();
  const place = document.getElementById(anchor);
  if (!place) return;
  const slot = place.matches("[data-slot]") ? place : [...place.querySelectorAll<HTMLElement>("[data-slot]")].at(-1);
  const isLine = slot instanceof HTMLDetailsElement;
  if (isLine) slot.open = true;
  else slot?.click();
  // After what the address itself scrolls to.
  setTimeout(() => {
    const shown = [...(isLine ? slot : place).querySelectorAll<HTMLElement>(fields)].filter((one) =>
      one.checkVisibility(),
    );
    (isLine ? shown[0] : shown.at(-1))?.focus();
  }, 60);
}
