import { addressIn, type Locale, localeOf } from "./i18n/locale.ts";

/** Facts of the instance that say how its pages are shared. */
export interface SharedInstance {
  name: string;
  languages: "BOTH" | "FRENCH" | "ENGLISH";
}

/** The locale of the Open Graph protocol for a language. */
const graphLocale = { fr: "fr_FR", en: "en_GB" } as const;

/**
 * Tags by which a page for everybody is found and shared: its one address, the same page in the other language, and its
 * title and first words as the Open Graph protocol (ogp.me) names them. `head` holds the title and the description,
 * already escaped. A page that robots leave alone has none.
 */
export function sharedHead({ origin, pathname, search }: URL, head: string, { name, languages }: SharedInstance) {
  if (head.includes('content="noindex"')) return "";
  const lang = localeOf(pathname);
  const path = pathname.replace(/^\/en(?=\/|$)/, "") || "/";
  const at = (language: Locale) => escaped(origin + addressIn(language, path) + search);
  const alternates: [string, Locale][] = [
    ["fr", "fr"],
    ["en", "en"],
    ["x-default", "fr"],
  ];
  const title = /<title>([^<]*)<\/title>/.exec(head)?.[1] ?? "";
  const description = /<meta name="description" content="([^"]*)"/.exec(head)?.[1] ?? "";
  const graph = Object.entries({
    type: "website",
    // « Accueil » says nothing of a site to whoever is sent its address.
    title: path === "/" ? escaped(name || "Cahier commun") : title.replace(/ · Cahier commun$/, ""),
    description,
    url: at(lang),
    site_name: escaped(name || "Cahier commun"),
    locale: graphLocale[lang],
    image: `${origin}/card.png?page=${encodeURIComponent(pathname + search)}`,
    "image:width": 1200,
    "image:height": 630,
  });
  return [
    `<link rel="canonical" href="${at(lang)}">`,
    ...(languages === "BOTH"
      ? alternates.map(([hreflang, to]) => `<link rel="alternate" hreflang="${hreflang}" href="${at(to)}">`)
      : []),
    `<link rel="manifest" href="/site.webmanifest">`,
    ...graph.map(([property, content]) => content && `<meta property="og:${property}" content="${content}">`),
    `<meta name="twitter:card" content="summary_large_image">`,
  ].join("");
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
