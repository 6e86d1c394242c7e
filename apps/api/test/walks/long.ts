/**
 * Like codes first, then spaces before a letter: what an expression that begins anywhere, or that ends at an end, reads
 * again from each of its characters.
 */
const longText = (many: number) => `${"A1b2-".repeat(many / 5)}${" ".repeat(many)}a`;

/** So long that reading it once for each of its characters would not end within a test. */
export const long = longText(400_000);

/** Four times what an address and its headers may hold: the same, where a page is made of it. */
export const longAddress = longText(30_000);
