import { createHash } from "node:crypto";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { escaped } from "../../../platform/files/xml.ts";
import type { PublicNews } from "./news.queries.ts";
import { newsWords } from "./news.words.ts";

/** A feed of one thing, to be written in a language. */
export interface Feed {
  /** Subjects of the feed, the widest first: the list, then its filters. */
  titles: string[];
  /** Publisher. */
  site: string;
  /** Address of the page, without the language. */
  path: string;
  /** Filters of its page, as its address writes them. */
  filter?: string;
  news: PublicNews[];
  origin: string;
  language: Language;
  now: Date;
}

/** An id that stays, of a site and a name: feeds know again by it what they have read. */
function idOf(origin: string, name: string) {
  const hex = createHash("sha256").update(`${origin} ${name}`).digest("hex");
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A feed as Atom (RFC 4287). */
export function atomOf({ titles, site, path, filter = "", news, origin, language, now }: Feed): string {
  const page = (of: string) => `${origin}${language === "en" ? "/en" : ""}${of}`;
  const addressed = (of: string, asked: string[]) => [of, asked.filter(Boolean).join("&")].filter(Boolean).join("?");
  const shown = addressed(path, [filter]);
  const self = addressed(`${origin}${path === "/" ? "" : path}/news.atom`, [
    filter,
    language === "en" ? "language=en" : "",
  ]);
  const updated = (news[0]?.at ?? now).toISOString();
  const entries = news.map(
    (one) => `  <entry>
    <id>${idOf(origin, one.thing)}</id>
    <title>${escaped(newsWords(one, language))}</title>
    <link rel="alternate" type="text/html" href="${escaped(page(one.path))}"/>
    <updated>${one.at.toISOString()}</updated>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${idOf(origin, `feed ${shown} ${language}`)}</id>
  <title>${escaped([...titles, site].join(" · "))}</title>
  <updated>${updated}</updated>
  <author><name>${escaped(site)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escaped(self)}"/>
  <link rel="alternate" type="text/html" href="${escaped(page(shown))}"/>
${entries.join("")}</feed>
`;
}
