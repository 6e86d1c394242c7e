/**
 * Signs that a text carries a link or contact details: it waits for a moderator. Wide rather than narrow, since waiting
 * is all it costs; each pattern reads a text once.
 */
const signs = [
  // An address: « nom@exemple.fr », « nom (at) exemple.fr ».
  /[\p{L}\p{N}._%+-]{1,64}\s?(?:@|\(at\)|\[at\]|\barobase\b)\s?[\p{L}\p{N}-]{1,64}(?:\.|\s?\(dot\)\s?)\p{L}{2}/iu,
  // A link, with or without its protocol.
  /\b(?:https?:|ftp:|mailto:|tel:|javascript:|data:text)/iu,
  /\bwww\.\p{L}/iu,
  /(?<![\p{L}\p{N}@])[\p{L}\p{N}-]{2,63}\.(?:fr|com|org|net|eu|info|io|coop|bzh|be|ch|uk|ly|gl)(?![\p{L}\p{N}])/iu,
  // A telephone number: « 06 12 34 56 78 », « +33 (0)6.12.34.56.78 ».
  /(?<![\d,.])(?:(?:\+|00)\d{2,3}[\s.-]?(?:\(0\)[\s.-]?)?\d|0\d)([\s.-]?)\d{2}(?:\1\d{2}){3}(?!\d)/u,
];

/** True if a text carries a link, an address or a telephone number. */
export const carriesContact = (text: string | null | undefined) =>
  Boolean(text) && signs.some((sign) => sign.test(text!));
