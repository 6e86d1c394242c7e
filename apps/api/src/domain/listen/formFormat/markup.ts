/** Elements that begin a new line. */
const blocks = new Set(["p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr"]);
/** Elements removed with their content. */
const silent = new Set(["script", "style", "template", "iframe", "object", "svg", "title", "head", "noscript"]);
/** Letter shapes that carry no meaning of their own. */
const shapes = new Set([
  "span",
  "b",
  "i",
  "u",
  "em",
  "strong",
  "font",
  "small",
  "a",
  "td",
  "th",
  "tbody",
  "thead",
  "sup",
  "sub",
  "code",
  "pre",
]);

const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "’",
  nbsp: "\u00a0",
  laquo: "«",
  raquo: "»",
  hellip: "…",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
  ndash: "–",
  mdash: "—",
  euro: "€",
  eacute: "é",
  egrave: "è",
  ecirc: "ê",
  agrave: "à",
  acirc: "â",
  ccedil: "ç",
  ocirc: "ô",
  ugrave: "ù",
  ucirc: "û",
  icirc: "î",
  iuml: "ï",
  oelig: "œ",
  Eacute: "É",
  Agrave: "À",
  ouml: "ö",
  uuml: "ü",
  auml: "ä",
  szlig: "ß",
};

/** The text of something that may be HTML, and whether more than its shape was lost: an image, a script, a link. */
export function plainText(source: string): { text: string; lost: boolean } {
  const lower = source.toLowerCase();
  let text = "";
  let lost = false;
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf("<", at);
    if (open < 0 || !/[a-zA-Z/!]/.test(source[open + 1] ?? "")) {
      const end = open < 0 ? source.length : open + 1;
      text += decoded(source.slice(at, end));
      at = end;
      continue;
    }
    text += decoded(source.slice(at, open));
    const comment = source.startsWith("<!--", open);
    const end = source.indexOf(comment ? "-->" : ">", open);
    if (end < 0) {
      // A « < » that opens nothing is a sign like another.
      text += decoded(source.slice(open));
      break;
    }
    at = end + (comment ? 3 : 1);
    if (comment) continue;
    const name = /^<\/?([a-zA-Z][\w-]*)/.exec(source.slice(open, open + 40))?.[1]?.toLowerCase() ?? "";
    if (blocks.has(name)) text += "\n";
    else if (!shapes.has(name)) lost = true;
    if (name === "a" && source[open + 1] !== "/") lost = true;
    if (silent.has(name) && source[open + 1] !== "/") {
      const close = lower.indexOf(`</${name}`, at);
      const after = close < 0 ? -1 : source.indexOf(">", close);
      at = after < 0 ? source.length : after + 1;
    }
  }
  return { text: tidy(text), lost };
}

const decoded = (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-zA-Z]{2,8}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return Object.hasOwn(entities, name) ? entities[name]! : whole;
    const code = decimal ? Number(decimal) : parseInt(hexadecimal, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });

/** Text as it can be kept: no control character, no half of a character, no line of blanks. */
export const tidy = (text: string) =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n]/gu, "")
    .normalize()
    .split("\n")
    .map((line) => line.replace(/[ \t]+/g, " ").trim())
    .filter(Boolean)
    .join("\n");
