import { type RefObject, useRef } from "react";
import { selectedIn, snapped, type Stretch } from "./sentences.ts";

/** Words of a text that are drawn with the mouse, taken from word to word; the click that ends it is none. */
export function useDrawn(ref: RefObject<HTMLElement | null>, text: string, onChoose: (stretch: Stretch) => void) {
  const drawn = useRef(false);
  const onMouseDown = () => {
    drawn.current = false;
  };
  const onMouseUp = () => {
    const stretch = selectedIn(ref.current!);
    drawn.current = !!stretch;
    if (!stretch) return;
    onChoose(snapped(text, stretch));
    getSelection()?.removeAllRanges();
  };
  return { drawn, mouse: { onMouseDown, onMouseUp } };
}
