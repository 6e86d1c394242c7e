import type { Transaction } from "./context.ts";

/** A part of a text: its words, and what they answer; null for the words themselves. */
export interface Part {
  name: string;
  label: string | null;
  text: string;
}

/** Words that a ruling puts in the place of others, by the name of their part. */
export type PartWords = Record<string, string>;

/** Visibility of a text after a ruling, or its undoing. */
export interface RuledVisibility {
  status: "VISIBLE" | "HELD" | "HIDDEN";
  /** A word to its author. */
  statusReason: string | null;
  statusOn: string | null;
}

/** SQL: what bounds a list of texts that wait, from the column of their day and that of their id. */
export type Oldest = (day: string, id: string) => string;

/** Texts of a kind and the flood they came in: a table, its column of days, and SQL of the group of a row `it`. */
export interface Floods {
  table: string;
  day: string;
  group: string;
}

/** SQL: texts that wait, list by list: what ends a list, and what is told of a text, from its columns. */
export type HeldIn = (oldest: Oldest, told: (text: { id: string; group: string; day: string }) => string) => string;

/** A kind of text that may wait for a moderator. Its room says how it is read and written. */
export interface ModeratedKind {
  /**
   * SQL: select of its rows `it`, to be followed by a condition, with columns `id`, `group_id`, `given_on`, `status`,
   * `parts` (JSON, in order), `about` (a title), `quoted` (the words it is about) and `path` (the page it stands on).
   */
  rows: () => string;
  /** True for a kind that is of no group: moderators of any group rule on it. */
  ofAnyGroup?: boolean;
  /** SQL condition on `it`: it waits. */
  held: string;
  /**
   * SQL: those that wait in groups `$1`, list by list, in the order of their day; `oldest` ends a list. Absent for a kind
   * of which few wait.
   */
  heldIn?: HeldIn;
  /** Of a kind of which many may wait, and come in floods: column `held_flood` of its table says in which one. */
  floods?: Floods;
  /** SQL condition on `it`: anybody reads it by itself, and may report it; absent where nobody does. */
  shown?: string;
  /** SQL: locks a text of id $1, and the rows that are locked before it in other acts. */
  lock: string[];
  /** SQL select of `key`, `label` and `text`: what the author of each text of ids $1 gave beside it. */
  beside?: string;
  /** Shows its other words where a moderator keeps some back: those are masked whole. */
  masksWhole?: boolean;
  /** Holds back several texts that were just kept together; those of another kind are ruled on one after the other. */
  holdAll?: (tx: Transaction, ids: string[]) => Promise<unknown>;
  /** Writes what a moderator decided, in the room's own tables. */
  rule: (tx: Transaction, id: string, told: RuledVisibility, words: PartWords) => Promise<unknown>;
}

const kinds = new Map<string, ModeratedKind>();

/** Registers a kind under its name, which one room has: « AMENDMENT ». */
export const declareModerated = (name: string, kind: ModeratedKind) => void kinds.set(name, kind);

/** All the kinds, in the order of their rooms. */
export const moderatedKinds = () => [...kinds];

/** The kind of a name; a name that no room declares is a fault of ours. */
export function moderatedNamed(name: string): ModeratedKind {
  const kind = kinds.get(name);
  if (!kind) throw new Error(`No room declares the moderated kind ${name}.`);
  return kind;
}

/** Kinds that moderators of any group rule on. */
export const kindsOfAnyGroup = () => moderatedKinds().flatMap(([kind, { ofAnyGroup }]) => (ofAnyGroup ? [kind] : []));

/** The group whose moderators rule on a text; null where those of any group do. */
export const groupRuling = ({ kind, groupId }: { kind: string; groupId: string }) =>
  moderatedNamed(kind).ofAnyGroup ? null : groupId;

/** SQL: the parts of a text as JSON, from the expression of each. */
export const partsOf = (expressions: Record<string, string>) =>
  `jsonb_build_array(${Object.entries(expressions)
    .map(([name, text]) => `jsonb_build_object('name', '${name}', 'label', null, 'text', ${text})`)
    .join(", ")})`;
