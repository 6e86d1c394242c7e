/**
 * Words that were cited in this tab and are not saved yet: the tab keeps them beside what is typed. Those of a saved
 * paragraph come with it, as they may be read today.
 */
interface CitedWords {
  label: string;
  words: string;
}

const cited = new Map<string, CitedWords>();
const place = (passageId: string) => `cited:${passageId}`;

export function citeHere(passageId: string, words: CitedWords) {
  cited.set(passageId, words);
  try {
    sessionStorage.setItem(place(passageId), JSON.stringify(words));
  } catch {
    // A browser that keeps nothing: they are in the page.
  }
}

export function citedHere(passageId: string): CitedWords | null {
  try {
    return (
      cited.get(passageId) ?? (JSON.parse(sessionStorage.getItem(place(passageId)) ?? "null") as CitedWords | null)
    );
  } catch {
    return null;
  }
}

/** Forgets words that came with what was saved: if their author takes them back, they go. */
export function savedHere(passageIds: readonly string[]) {
  for (const id of passageIds) {
    cited.delete(id);
    try {
      sessionStorage.removeItem(place(id));
    } catch {
      return;
    }
  }
}
