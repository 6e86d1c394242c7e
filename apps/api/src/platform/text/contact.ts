/**
 * Signs that a text carries a link or contact details: it waits for a moderator. Wide rather than narrow, since waiting
 * is all it costs; each pattern reads a text once.
 */
const signs = {
  // « nom@exemple.fr », « nom (at) exemple.fr ».
  ADDRESS: [
    /[\p{L}\p{N}._%+-]{1,64}\s?(?:@|\(at\)|\[at\]|\barobase\b)\s?[\p{L}\p{N}-]{1,64}(?:\.|\s?\(dot\)\s?)\p{L}{2}/giu,
  ],
  // With or without its protocol.
  LINK: [
    /\b(?:https?:|ftp:|mailto:|tel:|javascript:|data:text)/giu,
    /\bwww\.\p{L}/giu,
    /(?<![\p{L}\p{N}@])[\p{L}\p{N}-]{2,63}\.(?:fr|com|org|net|eu|info|io|coop|bzh|be|ch|uk|ly|gl)(?![\p{L}\p{N}])/giu,
    // In small letters, so that « fini.La suite » is no link.
    /(?<![\p{L}\p{N}@])[\p{L}\p{N}-]{2,63}\.(?:app|asso|biz|blog|ca|cat|cc|city|cloud|club|community|de|dev|digital|es|gg|gouv|group|help|it|life|link|live|lu|media|mobi|name|news|nl|online|page|paris|party|pl|press|pro|pt|ru|shop|site|social|space|store|studio|team|tech|tools|top|tv|us|vip|website|wiki|world|xyz|zone)(?![\p{L}\p{N}])/gu,
    // « t.me/quai »: whatever the ending, once a page follows.
    /(?<![\p{L}\p{N}@])[\p{L}\p{N}-]{1,63}\.\p{L}{2,24}\/[\p{L}\p{N}@+]/gu,
  ],
  // « 06 12 34 56 78 », « 0 6 1 2 3 4 5 6 7 8 », « +33 (0)6.12.34.56.78 », « 06/12/34/56/78 ».
  TELEPHONE: [
    // But no date and its hour: « 20 06 2012 14 30 », « 01/02/2012 14 h », « 2012-06-20 14 30 15 ».
    /(?<![\d,.])(?<!\b(?:19|20)\d\d[./-])(?!0\d[\s./-](?:(?:0\d|1[0-2])[\s./-])?(?:19|20)\d\d(?!\d))(?:(?:\+|00)[1-9]\d{0,2}(?:[\s./-]{0,2}\(0\))?(?:[\s./-]?\d){8,10}|0(?:[\s./-]?\d){9})(?!\d)/gu,
  ],
};

/** Contact details in a text, by their place in UTF-16 units. */
export interface Contact {
  kind: keyof typeof signs;
  start: number;
  end: number;
}

/** Stands in whatever one of these signs finds; most texts hold none of it, and need no other look. */
const any = /[@\d:]|\.\p{L}|\(at\)|\[at\]|arobase/iu;

/** True if a text carries a link, an address or a telephone number. */
export const carriesContact = (text: string | null | undefined) =>
  Boolean(text) && any.test(text!) && Object.values(signs).some((some) => some.some((sign) => text!.search(sign) >= 0));

/** True if a text carries an address or a telephone number; a link is no private matter. */
export const carriesPrivateContact = (text: string) => contactsIn(text).some(({ kind }) => kind !== "LINK");

/** Every link, address and telephone number of a text, in its order; a link is told whole, up to the next space. */
export function contactsIn(text: string): Contact[] {
  const found = Object.entries(signs).flatMap(([kind, some]) =>
    some.flatMap((sign) =>
      Array.from(text.matchAll(sign), (match) => {
        const end = match.index + match[0].length;
        const rest = kind === "TELEPHONE" ? "" : /^[^\s,;!?»"')\]]*/u.exec(text.slice(end))![0].replace(/\.+$/, "");
        return { kind: kind as Contact["kind"], start: match.index, end: end + rest.length };
      }),
    ),
  );
  let before = 0;
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      const apart = start >= before;
      if (apart) before = end;
      return apart;
    });
}
