import { addressIn, localeOf } from "./i18n/locale.ts";

/** A page's own `LinkedData`, as React writes it: an attribute, hence escaped. */
const written = /<meta name="linked-data" content="([^"]*)"\s*\/?>/;

const entities = { quot: '"', "#x27": "'", lt: "<", gt: ">", amp: "&" } as const;

const unescaped = (text: string) =>
  text.replaceAll(/&(quot|#x27|lt|gt|amp);/g, (_, name: keyof typeof entities) => entities[name]);

/**
 * The head of a page with what it is of as a block of JSON-LD (json-ld.org): data, which no browser runs, so that the
 * policy of the page needs no word of it. A « < » is written as JSON may write it: nothing in it closes the block.
 */
export function linkedHead({ origin, pathname }: URL, head: string, { name }: { name: string }) {
  const said = written.exec(head)?.[1];
  if (!said) return head;
  const lang = localeOf(pathname);
  const path = pathname.replace(/^\/en(?=\/|$)/, "") || "/";
  const publisher = { "@type": "Organization", name: name || "Cahier commun", url: origin };
  const data = {
    "@context": "https://schema.org",
    url: origin + addressIn(lang, path),
    inLanguage: "fr",
    publisher,
    ...(JSON.parse(unescaped(said)) as object),
  };
  const block = JSON.stringify(data).replaceAll("<", "\\u003c");
  return head.replace(written, () => `<script type="application/ld+json">${block}</script>`);
}
