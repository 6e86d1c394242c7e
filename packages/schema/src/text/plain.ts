/** Letters without their accents. */
export const withoutAccents = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");

/** Words as they are looked for: without case nor accents, ligatures apart, so that « Cœur » and « coeur » are one word. */
export const plain = (text: string) => withoutAccents(text.toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae"));
