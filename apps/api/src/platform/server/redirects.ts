/**
 * Former addresses of pages, and those of today: links in mails that were sent, and bookmarks, keep working. An address that
 * is cut after its first part leads to the page that lists what it names.
 */
const redirects: [old: RegExp, now: string][] = [
  // The address that people guess in French.
  [/^\/a-propos$/, "/about"],
  [/^\/groups$/, "/themes"],
  [/^\/objectives$/, "/questionnaires"],
  [/^\/key-points$/, "/syntheses"],
  [/^\/agenda$/, "/schedule"],
  [/^\/minutes$/, "/meetings"],
  [/^\/bench\/initiatives\/sheets\/([^/]+)$/, "/initiatives/$1/judge"],
  [/^\/bench\/initiatives\/import$/, "/initiatives/judge/import"],
  [/^\/bench\/initiatives$/, "/initiatives/judge"],
  [/^\/bench(\/[^/]+)?$/, "/reading$1"],
  [/^\/studio(\/[^/]+(?:\/preview)?)?$/, "/questionnaires/write$1"],
  [/^\/entry(\/[^/]+(?:\/sheets(?:\/[^/]+)?)?)$/, "/paper$1"],
  [/^\/proposals\/([^/]+)\/decide$/, "/proposals/$1/adopt"],
];

/** The address that a page has today, in the language and with the query that were asked for; null where it has not moved. */
export function redirectOf(url: string): string | null {
  const [, language = "", path = "", search = ""] = /^(\/en(?=[/?]|$))?([^?]*)(\?.*)?$/.exec(url) ?? [];
  for (const [old, now] of redirects) if (old.test(path)) return language + path.replace(old, now) + search;
  return null;
}
