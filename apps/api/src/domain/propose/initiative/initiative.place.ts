import { digestOf } from "../../../platform/code.ts";

/** Name in addresses of a sheet that was taken back: the former one holds its title, and still leads to its place. */
export const placeSlug = (slug: string) => `w-${digestOf(slug).slice(0, 32)}`;
