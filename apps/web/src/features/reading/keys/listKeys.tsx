import { m } from "@cahier/schema/messages";
import { type KeyboardEvent, type RefObject, useState } from "react";
import { Button } from "../../../ui/Button.tsx";

/** Visible items: folded ones are neither walked to nor ticked unread. */
const seen = <Item extends HTMLElement>(within: HTMLElement, selector: string) =>
  [...within.querySelectorAll<Item>(selector)].filter((item) => item.checkVisibility());

const boxes = (within: HTMLElement) => seen<HTMLInputElement>(within, 'input[type="checkbox"]');

/** Ticks all the boxes of a list, or none once all are. */
function tickAll(list: HTMLElement) {
  const all = boxes(list);
  const checked = !all.every((box) => box.checked);
  for (const box of all) box.checked = checked;
  return checked;
}

/**
 * The keys of a list of texts, each a box and a link: arrows go from line to line, X ticks, A ticks all, R sends, U takes
 * back. Enter opens, as on any link.
 */
export const useListKeys = (undo: () => void) => (event: KeyboardEvent<HTMLElement>) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const list = event.currentTarget;
  const links = seen(list, ":scope > li a");
  const line = (event.target as HTMLElement).closest("li");
  const at = links.findIndex((link) => line?.contains(link));
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) links[at + step]?.focus();
  else if (event.key === "x") line?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
  else if (event.key === "a") tickAll(list);
  else if (event.key === "r") list.closest("form")!.requestSubmit();
  else if (event.key === "u") undo();
  else return;
  event.preventDefault();
};

/** « Tout choisir ». */
export function PickAll({ list }: { list: RefObject<HTMLElement | null> }) {
  const [all, setAll] = useState(false);
  return (
    <Button small onClick={() => setAll(tickAll(list.current!))}>
      {all ? m.reading_pick_none() : m.reading_pick_all()}
    </Button>
  );
}
