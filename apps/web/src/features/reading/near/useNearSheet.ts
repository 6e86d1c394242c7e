import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { useNavigate } from "react-router-dom";
import type { NearSheet_item } from "../../../graphql/operations.generated.ts";
import { paths } from "../../../paths.ts";
import type { Stretch } from "../../../shared/sentences.ts";
import { useOutbox, useSession } from "../evening/sending.tsx";
import type { Target } from "../evening/session.ts";
import { usePins } from "../pins/usePins.tsx";
import { useReadingSearch } from "../filter.ts";
import { useKeys } from "../keys/useKeys.ts";
import { nearSentence } from "./nearSentence.ts";

/** Texts that may say the same, of which nobody gave anything yet: those in the same words are ticked. */
function linesOf({ contribution, canMark, passages, near, nearTexts }: NearSheet_item) {
  const alike = [...(nearTexts?.identical ?? []), ...(nearTexts?.almost ?? [])];
  const others = [...alike.map((it) => ({ ...it, ticked: true })), ...near.map((it) => ({ ...it, ticked: false }))]
    .filter(({ keyPoints, contribution: it }) => keyPoints.length === 0 && it.status === "VISIBLE")
    .map(({ contribution: it, words, ticked }) => ({ text: it, ticked, stretch: nearSentence(it.body, words) }));
  const common = [...new Set(near.flatMap(({ words }) => words))];
  const own = canMark && passages.length === 0;
  return own
    ? [{ text: contribution, ticked: true, stretch: nearSentence(contribution.body, common) }, ...others]
    : others;
}

/** Counts of the texts of a sheet, and of the regions that they come from. */
export function countsOf(item: NearSheet_item) {
  const texts = linesOf(item).map(({ text }) => text);
  return { texts: texts.length, regions: new Set(texts.flatMap(({ region }) => region?.id ?? [])).size };
}

/** A sheet of near texts, as it stands: which are kept, with which words, for which key point; and its keys. */
export function useNearSheet(item: NearSheet_item) {
  const session = useSession();
  const { refused } = useOutbox(session);
  const [lines] = useState(() => linesOf(item));
  const [kept, setKept] = useState(() => new Set(lines.filter(({ ticked }) => ticked).map(({ text }) => text.id)));
  const [stretches, setStretches] = useState(() => new Map(lines.map(({ text, stretch }) => [text.id, stretch])));
  const [target, setTarget] = useState<Target | null>(null);
  const [at, setAt] = useState(0);
  const [given, setGiven] = useState(0);
  const { keyPoints, pin } = usePins(item.objective);
  const keeping = lines.filter(({ text }) => kept.has(text.id));

  const sheet = {
    lines,
    kept,
    keeping,
    stretches,
    target,
    at,
    given,
    refused,
    keyPoints,
    pin,
    setAt,
    setTarget,
    toggle: (id: string) => setKept(new Set(kept.has(id) ? [...kept].filter((it) => it !== id) : [...kept, id])),
    choose: (id: string, stretch: Stretch) => setStretches(new Map(stretches).set(id, stretch)),
    giveAll() {
      if (!target || keeping.length === 0 || given) return;
      for (const { text } of keeping) {
        const stretch = stretches.get(text.id)!;
        session.give(text.id, stretch, text.body.slice(stretch.start, stretch.end), target);
      }
      session.join(keeping.length, m.near_sheet_given({ count: keeping.length }));
      setGiven(keeping.length);
    },
    undo() {
      session.undo();
      setGiven(0);
    },
  };
  useSheetKeys(item.id, sheet);
  return sheet;
}

export type NearSheetState = ReturnType<typeof useNearSheet>;

/** Keys of the sheet: those of the evening, as far as they say something here. */
function useSheetKeys(id: string, { lines, at, setAt, toggle, giveAll, undo, keyPoints, setTarget }: NearSheetState) {
  const navigate = useNavigate();
  const search = useReadingSearch();
  const move = (step: number) => {
    const to = Math.min(Math.max(at + step, 0), lines.length - 1);
    setAt(to);
    document.querySelectorAll<HTMLElement>("[data-line] input")[to]?.focus();
  };
  const find = () => document.querySelector<HTMLInputElement>("[data-find]")?.focus();
  useKeys({
    on: {
      j: () => move(1),
      k: () => move(-1),
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      x: () => lines[at] && toggle(lines[at].text.id),
      Enter: giveAll,
      n: find,
      "/": find,
      u: undo,
      q: () => navigate(paths.readingText(id) + search),
    },
    onDigit: (digit) => keyPoints[digit - 1] && setTarget(keyPoints[digit - 1]!),
  });
}
