/** Addresses that pages had, and those they have now: mails that were sent, and bookmarks, still lead there. */
const moves: [old: RegExp, now: string][] = [
  // The address that people guess in French.
  [/^\/a-propos$/, "/about"],
  [/^\/bench\/initiatives\/sheets\/([^/]+)$/, "/initiatives/$1/judge"],
  [/^\/bench\/initiatives\/import$/, "/initiatives/judge/import"],
  [/^\/bench\/initiatives$/, "/initiatives/judge"],
  [/^\/bench(\/[^/]+)?$/, "/reading$1"],
  [/^\/studio(\/[^/]+(?:\/preview)?)?$/, "/questionnaires/write$1"],
  [/^\/entry(\/[^/]+(?:\/sheets(?:\/[^/]+)?)?)$/, "/paper$1"],
  [/^\/proposals\/([^/]+)\/decide$/, "/proposals/$1/adopt"],
];

/** The address that a page has today, in the language and with the search that were asked for; null when it stays. */
export function moved(url: string): string | null {
  const [, language = "", path = "", search = ""] = /^(\/en(?=[/?]|$))?([^?]*)(\?.*)?$/.exec(url) ?? [];
  for (const [old, now] of moves) if (old.test(path)) return language + path.replace(old, now) + search;
  return null;
}
