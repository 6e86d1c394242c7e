import { digestOf } from "../code.ts";

/** A name in addresses that tells no word. */
const place = /^w-[0-9a-f]{32}$/;

/** True if a name in addresses tells no word, as those of rows whose words were taken away. */
export const isPlace = (slug: string) => place.test(slug);

/** Name in addresses of a row whose former one holds words that were taken away. That one still leads to it. */
export const placeSlug = (slug: string) => (isPlace(slug) ? slug : `w-${digestOf(slug).slice(0, 32)}`);

/** The names under which a row is looked for, from the one that was asked: its own, or one that it had. */
export function slugsAsked(slug: string): string[] {
  const asked = slug.replaceAll("\0", "");
  return [asked, placeSlug(asked)];
}
