import { keepUnder, keptUnder } from "../../ui/kept.ts";

/**
 * Words and key points that were cited here and are not saved yet: the device keeps them as it keeps what is typed around
 * them. Those of a saved paragraph come with it, as they may be read today.
 */
interface CitedWords {
  label: string;
  words: string;
}

const cited = new Map<string, CitedWords>();
const place = (id: string) => `cited:${id}`;

/** A browser that keeps nothing has them in the page. */
const keep = (id: string, words: CitedWords | null) => void keepUnder(place(id), words).catch(() => undefined);

export function citeHere(id: string, words: CitedWords) {
  cited.set(id, words);
  keep(id, words);
}

export const citedHere = (id: string): CitedWords | null =>
  cited.get(id) ?? (keptUnder(place(id)) as CitedWords | null);

/** Forgets words that came with what was saved: if their author takes them back, they go. */
export function savedHere(ids: readonly string[]) {
  for (const id of ids) {
    if (!citedHere(id)) continue;
    cited.delete(id);
    keep(id, null);
  }
}
