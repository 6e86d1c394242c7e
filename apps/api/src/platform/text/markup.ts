const words = (list: string) => new Set(list.split(/\s+/));

/** Elements that begin a new line. */
const blocks =
  words(`p div br li ul ol tr table h1 h2 h3 h4 h5 h6 hr section article header footer nav main aside figure
figcaption blockquote address dl dt dd center pre form fieldset details summary caption menu dir`);
/** Elements removed with their content. */
const silent = words("script style template iframe object svg title head noscript");
/** Cells of a table, which stand apart on one line. */
const cells = words("td th");
/** Letter shapes that carry no meaning of their own. */
const shapes = words(
  "span b i u em strong font small a tbody thead tfoot sup sub code html body s strike del ins mark big tt",
);
/** The other elements of HTML. Anything else between « < » and « > » is what somebody wrote. */
const others = words(`img input label button select option optgroup textarea legend q cite abbr acronym kbd samp var wbr
map area meta link base video audio source track canvas picture col colgroup hgroup time data output progress meter ruby
rt rp bdi bdo dfn embed param frame frameset noframes applet datalist dialog math path slot search doctype cdata if endif xml`);

const known = new Set([...blocks, ...silent, ...cells, ...shapes, ...others]);

/** Names of the signs from 160 to 255, in order. */
const latin =
  `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute
micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil
Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute
Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute
icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`.split(
    /\s+/,
  );

const entities: Record<string, string> = {
  ...Object.fromEntries(latin.map((name, index) => [name, String.fromCharCode(160 + index)])),
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "’",
  hellip: "…",
  rsquo: "’",
  lsquo: "‘",
  sbquo: "‚",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  lsaquo: "‹",
  rsaquo: "›",
  ndash: "–",
  mdash: "—",
  bull: "•",
  euro: "€",
  oelig: "œ",
  OElig: "Œ",
  Yuml: "Ÿ",
  trade: "™",
  rarr: "→",
  larr: "←",
  ne: "≠",
  le: "≤",
  ge: "≥",
  minus: "−",
  thinsp: "\u2009",
  ensp: "\u2002",
  emsp: "\u2003",
  zwnj: "",
  zwj: "",
};

/** The text of something that may be HTML, and whether more than its shape was lost: an image, a script, a link. */
export const plainText = (source: string) => withoutMarkup(source, anyEnds(source));

/** The text of words that people wrote, HTML or not: only what HTML knows is taken for an element. */
export function readableText(source: string): string {
  const whole = hasElement(source) ? source : decoded(source);
  // A text that was escaped as a whole is HTML all the same.
  return hasElement(whole) ? withoutMarkup(whole, knownEnds(whole)).text : whole;
}

/** The end of an element or comment that begins at `open`; -1 where a « < » is a sign like another. */
type EndOf = (open: number, name: string) => number;

const isComment = (source: string, open: number) => source.startsWith("<!--", open);

/** The end of what a sign ends. Nothing is looked for beyond its last one: a text is gone through once. */
function endBy(source: string, sign: string) {
  const last = source.lastIndexOf(sign);
  return (open: number) => (open > last ? -1 : source.indexOf(sign, open) + sign.length);
}

function anyEnds(source: string): EndOf {
  const [comment, element] = [endBy(source, "-->"), endBy(source, ">")];
  return (open) => (isComment(source, open) ? comment(open) : element(open));
}

function knownEnds(source: string): EndOf {
  const comment = endBy(source, "-->");
  const bracket = /[<>]/g;
  return (open, name) => {
    if (isComment(source, open)) return comment(open);
    if (!isElement(name)) return -1;
    bracket.lastIndex = open + 1;
    const next = bracket.exec(source);
    return next?.[0] === ">" ? next.index + 1 : -1;
  };
}

function isElement(name: string): boolean {
  // « o:p » comes from a word processor; « https: » and « mailto: » begin an address.
  if (name.includes(":")) return /^(?:o|w|m|v|st1|xml|svg):[a-z]/.test(name);
  return known.has(name);
}

function hasElement(text: string): boolean {
  const endOf = knownEnds(text);
  for (const { index } of text.matchAll(/<[/!?a-z]/gi)) if (endOf(index, nameAt(text, index)) > 0) return true;
  return false;
}

const begin = /<(?:\/|!\[?|\?)?([a-z][\w:-]{0,40})/iy;

function nameAt(source: string, open: number): string {
  begin.lastIndex = open;
  return begin.exec(source)?.[1]?.toLowerCase() ?? "";
}

function withoutMarkup(source: string, endOf: EndOf): { text: string; lost: boolean } {
  let text = "";
  let lost = false;
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf("<", at);
    text += decoded(source.slice(at, open < 0 ? source.length : open));
    if (open < 0) break;
    const name = nameAt(source, open);
    const end = /[a-z/!?]/i.test(source[open + 1] ?? "") ? endOf(open, name) : -1;
    if (end < 0) {
      text += "<";
      at = open + 1;
      continue;
    }
    at = end;
    if (isComment(source, open)) continue;
    if (blocks.has(name)) text += "\n";
    else if (cells.has(name)) text += " ";
    else if (!shapes.has(name)) lost = true;
    if (name === "a" && source[open + 1] !== "/") lost = true;
    if (silent.has(name) && source[open + 1] !== "/") at = afterClosing(source, name, at);
  }
  return { text: tidy(text), lost };
}

/** The place after the end of an element; that of the text where it has none. */
function afterClosing(source: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, "gi");
  closing.lastIndex = from;
  const end = closing.exec(source) ? source.indexOf(">", closing.lastIndex) : -1;
  return end < 0 ? source.length : end + 1;
}

const decoded = (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,7}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return Object.hasOwn(entities, name) ? entities[name]! : whole;
    const code = decimal ? Number(decimal) : parseInt(hexadecimal, 16);
    // Between 128 and 159, pages mean the signs of Windows.
    if (code >= 0x80 && code <= 0x9f) return windows.decode(Uint8Array.of(code));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : "";
  });

const windows = new TextDecoder("windows-1252");

/** Text as it can be kept: no control character, none that turns the direction, no half of a character, no line of blanks. */
export const tidy = (text: string) =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n]/gu, "")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .normalize()
    .split("\n")
    .map((line) => line.replace(/[ \t]+/g, " ").trim())
    .filter(Boolean)
    .join("\n");
