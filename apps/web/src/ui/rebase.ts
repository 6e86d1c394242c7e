import { isObject } from "@cahier/schema/object";

/**
 * Changes that somebody else saved meanwhile are merged by field under what was typed; only fields that both changed are
 * chosen. Composing is saved as one types before publication; afterwards when one says so: a save is public then and has a
 * reason, and saving by itself would have neither.
 */

/** Edit in progress: fields as read, as they stand here, and as somebody else saved them meanwhile. */
export interface Edited<Fields> {
  version: number;
  base: Fields;
  mine: Fields;
  /** Values in force of the fields that both changed, until somebody chooses. */
  theirs: Partial<Fields>;
  /** The fields that only the other one changed, and that were taken. */
  taken: readonly (keyof Fields)[];
  /** Values I saved last: finding them again is no news. */
  sent: Partial<Fields>;
}

export const begin = <Fields>(fields: Fields, version: number): Edited<Fields> => ({
  version,
  base: fields,
  mine: fields,
  theirs: {},
  taken: [],
  sent: {},
});

/** As JSON in one order of keys: the database has its own. */
const canonical = (value: unknown) =>
  JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );

/** True if two values of a field are equal: spaces at the ends are not kept. */
export const alike = (a: unknown, b: unknown): boolean =>
  typeof a === "string" && typeof b === "string" ? a.trim() === b.trim() : canonical(a) === canonical(b);

/**
 * Puts an edit on the values now in force, field by field: a change by one of the two is kept; where both changed, mine
 * stays and the other is set beside it.
 */
export function rebase<Fields extends object>(
  edited: Edited<Fields>,
  now: Fields,
  version: number,
  same: (a: unknown, b: unknown) => boolean = alike,
): Edited<Fields> {
  const mine = { ...edited.mine };
  const theirs: Partial<Fields> = {};
  const taken: (keyof Fields)[] = [];
  for (const field of Object.keys(now) as (keyof Fields)[]) {
    const untouched = same(edited.mine[field], edited.base[field]);
    const news =
      !same(now[field], edited.base[field]) && !(field in edited.sent && same(now[field], edited.sent[field]));
    if (untouched) {
      // Without news it stays as it was typed: a space at its end is where the next word begins.
      if (!news) continue;
      taken.push(field);
      mine[field] = now[field];
    } else if (news && !same(now[field], edited.mine[field])) theirs[field] = now[field];
  }
  return { ...edited, version, base: now, mine, theirs, taken };
}

/** Puts an end to what both changed: theirs is taken, or mine kept. */
export function settle<Fields extends object>(
  edited: Edited<Fields>,
  field: keyof Fields,
  take: boolean,
): Edited<Fields> {
  const { [field]: other, ...theirs } = edited.theirs;
  const mine = take ? { ...edited.mine, [field]: other } : edited.mine;
  return { ...edited, mine, theirs: theirs as Partial<Fields> };
}

/** The fields that differ from what is in force. */
export const changesOf = <Fields extends object>(edited: Edited<Fields>, same = alike): (keyof Fields)[] =>
  (Object.keys(edited.base) as (keyof Fields)[]).filter((field) => !same(edited.mine[field], edited.base[field]));
