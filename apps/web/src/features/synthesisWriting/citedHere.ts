/**
 * Words and key points that were cited in this tab and are not saved yet: the tab keeps them beside what is typed. Those of
 * a saved paragraph come with it, as they may be read today.
 */
interface CitedWords {
  label: string;
  words: string;
}

const cited = new Map<string, CitedWords>();
const place = (id: string) => `cited:${id}`;

export function citeHere(id: string, words: CitedWords) {
  cited.set(id, words);
  try {
    sessionStorage.setItem(place(id), JSON.stringify(words));
  } catch {
    // A browser that keeps nothing: they are in the page.
  }
}

export function citedHere(id: string): CitedWords | null {
  try {
    return cited.get(id) ?? (JSON.parse(sessionStorage.getItem(place(id)) ?? "null") as CitedWords | null);
  } catch {
    return null;
  }
}

/** Forgets words that came with what was saved: if their author takes them back, they go. */
export function savedHere(ids: readonly string[]) {
  for (const id of ids) {
    cited.delete(id);
    try {
      sessionStorage.removeItem(place(id));
    } catch {
      return;
    }
  }
}
