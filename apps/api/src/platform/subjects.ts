import type { EntityManager } from "typeorm";

/** A kind of thing that services below its room speak of: reactions, addresses that are told once. */
export interface SubjectKind {
  /** Its table, called `it` in the condition. */
  table: string;
  /** SQL condition for rows that anybody may read and react to; absent where nobody reacts. */
  readable?: string;
  /** SQL query for the ids whose reactions are shown together, with `$1` among them; absent where it stands alone. */
  together?: string;
  /** SQL select of `pages` and of their `version`, where one may speak of a page of `it`. */
  pages?: string;
  /** SQL select of the parts of `it` that one may speak of apart; absent where it is spoken of as a whole. */
  parts?: string;
  /** SQL expressions on `it`, for whoever moderates what is said of it: a title, its words, its page, its group. */
  told?: { title: string; words: string; path: string; group: string };
  /** True if a row may still bring news to its listeners; absent where nobody may wait. */
  waiting?: (db: EntityManager, id: string) => Promise<boolean>;
}

const kinds = new Map<string, SubjectKind>();

/** Registers a kind under its name, which one room has: « AMENDMENT ». */
export const declareSubject = (name: string, kind: SubjectKind) => void kinds.set(name, kind);

/** Kinds that say what moderators read of them. */
export const subjectsTold = () =>
  [...kinds].flatMap(([name, { table, readable = "false", told }]) =>
    told ? [[name, { table, readable, told }] as const] : [],
  );

/** The kind of a name; a name that no room declares is a fault of ours. */
export function subjectNamed(name: string): SubjectKind {
  const kind = kinds.get(name);
  if (!kind) throw new Error(`No room declares the subject ${name}.`);
  return kind;
}
