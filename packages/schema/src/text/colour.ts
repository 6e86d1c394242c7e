/** Colours of an instance: read, compared, and darkened or lightened until they can be read. */

/** Grounds that the colour of acts stands on: white letters stand on it, and it stands on the darkest paper. */
export const grounds = { letters: "#ffffff", paper: "#f4ecd9", night: "#202842", ink: "#0b2019" } as const;

/** The least contrast of a text, as WCAG asks. */
export const leastContrast = 4.5;

/** « #A24A12 » as « #a24a12 »; null for what is no colour. */
export const colourFrom = (text: string) => (/^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : null);

const parts = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

const linear = (part: number) => (part <= 10.31475 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);

function luminance(colour: string) {
  const [red, green, blue] = parts(colour).map(linear) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string) {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** A colour with a share of another, from 0 to 1. */
export const mixed = (colour: string, other: string, share: number) =>
  `#${parts(colour)
    .map((part, at) => Math.round(part + (parts(other)[at]! - part) * share))
    .map((part) => part.toString(16).padStart(2, "0"))
    .join("")}`;

/** The first tone on the way to another colour that passes. */
function towards(colour: string, other: string, passes: (tone: string) => boolean) {
  for (let share = 0; share < 1; share += 0.01) {
    const tone = mixed(colour, other, share);
    if (passes(tone)) return tone;
  }
  return other;
}

/** True if white letters can be read on a colour, and the colour on the paper. */
export const isReadable = (colour: string) =>
  contrast(colour, grounds.letters) >= leastContrast && contrast(colour, grounds.paper) >= leastContrast;

/** The nearest darker tone that can be read: itself where it can. */
export const readableTone = (colour: string) => towards(colour, "#000000", isReadable);

/** The same colour by night: light enough for dark sheets, and under dark letters. */
export const nightTone = (colour: string) =>
  towards(
    colour,
    "#ffffff",
    (tone) => contrast(tone, grounds.night) >= leastContrast + 1.5 && contrast(tone, grounds.ink) >= leastContrast,
  );
