import { useEffect, useMemo } from "react";
import { useLocation } from "react-router-dom";
import type { ReadingTextPage } from "../../../graphql/operations.generated.ts";
import type { Only } from "../filter.ts";
import { useOfText } from "../ofText.ts";
import { useEvening, useSession } from "./sending.tsx";
import { firstPlace, type Place, textsOf } from "./texts.ts";

/** A text of the queue, with those of the same response. */
export type Item = NonNullable<ReadingTextPage["readingDesk"]["contribution"]>;

/** The texts of a sheet as they stand, and the place where one is. */
export function useTexts(item: Item) {
  const session = useSession();
  const { changes, ended, kept } = useEvening(session);
  useEffect(() => session.drawn());
  const { search, state } = useLocation();
  const only = new URLSearchParams(search).get("only") as Only | null;
  const texts = useMemo(() => textsOf(item, { changes, ended, kept }, only), [item, changes, ended, kept, only]);
  // Arriving by keyboard starts at the first unread text; opening a text starts at that one.
  const [place, setPlace] = useOfText<Place>(item.id, () => firstPlace(texts, state?.walked ? undefined : item.id));
  const on = texts.find((text) => text.id === place.id) ?? texts[0]!;
  return {
    texts,
    /** Those left to read. */
    open: texts.filter((text) => text.open),
    ended,
    place,
    setPlace,
    /** The text that one is on, and the words chosen there. */
    on,
    chosen: on.canMark ? place.stretch : null,
  };
}

export type Texts = ReturnType<typeof useTexts>;
