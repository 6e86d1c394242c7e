/** A kind of subject that the search of the site finds. Expressions are SQL on a row of its table, called `it`. */
export interface SearchedKind {
  table: string;
  /** Condition for the rows that anybody may read. */
  readable: string;
  /** Its own table of words; absent if `search_text` keeps them. */
  words?: SearchedWords;
  title: string;
  /** Select of the texts that an extract may come from, in order: `text`, and `anchor`, its place in the page. */
  texts: string;
  /** Its page, without the language. */
  path: string;
  /** Id of its group; null where it is of none. */
  group: string;
  /** Id of its territory, as near as may be told; null where it has none. */
  territory: string;
  /** Condition for those of the region of id `region`, where an index knows them. */
  inRegion?: (region: string) => string;
  /** The day it is from, null where it has none; with an index where it is not in `search_text`. */
  on: string;
  /** Its weight beside the other kinds; 1 if absent. */
  weight?: number;
}

/** A table of the words of one kind: `document`, and columns of the id and of the day, which an index holds in this order. */
export interface SearchedWords {
  table: string;
  id: string;
  day: string;
  /** Condition for its rows `s` that are of this kind, where two share it; their indexes say the same. */
  which?: string;
}

const kinds = new Map<string, SearchedKind>();

/** Registers a kind under its name, which one room has: « PROPOSAL ». */
export const declareSearched = (name: string, kind: SearchedKind) => void kinds.set(name, kind);

/** All the kinds, in the order of their rooms. */
export const searchedKinds = () => [...kinds];
