/** How one thing that is written on a sheet is kept, checked and typed: the API, the form and the tables read it here. */
export type Field = {
  /** What the column of an imported table may be called, folded. */
  heads?: readonly string[];
  /** Read by the team alone. */
  team?: true;
} & (
  | { kind: "line" | "text"; most: number; needed?: true }
  | { kind: "choice"; among: string; needed?: true }
  | { kind: "count"; least: number; most: number }
  | { kind: "lines"; most: number }
);

export type Fields = Record<string, Field>;

interface Said {
  line: string;
  text: string;
  choice: string;
  count: number;
  lines: string[];
}

/** What a row keeps of such fields. */
export type Kept<Of extends Fields> = {
  [Name in keyof Of]: Of[Name] extends { kind: "lines" } | { needed: true }
    ? Said[Of[Name]["kind"]]
    : Said[Of[Name]["kind"]] | null;
};

/** What a type says and no field keeps, or a field keeps and the type does not say: `never` when nothing was forgotten. */
export type Forgotten<Type, Of extends Fields, Beside extends string = never> =
  | Exclude<keyof Type, keyof Of | Beside | "__typename">
  | Exclude<keyof Of, keyof Type>;

/** Compiles only where nothing was forgotten: the error names what was. */
export type Complete<Missing extends never> = Missing;

/** The names of the fields, in their order. */
export const namesOf = <Of extends Fields>(fields: Of) => Object.keys(fields) as (keyof Of & string)[];

/** The fields of some kinds, in their order. */
export const ofKind = <Of extends Fields, Kind extends Field["kind"]>(fields: Of, ...kinds: Kind[]) =>
  namesOf(fields).filter((name) => (kinds as string[]).includes(fields[name]!.kind)) as {
    [Name in keyof Of & string]: Of[Name] extends { kind: Kind } ? Name : never;
  }[keyof Of & string][];

/** What the column of each may be called in a table that is imported. */
export const headsOf = <Of extends Fields>(fields: Of) =>
  Object.fromEntries(namesOf(fields).map((name) => [name, fields[name]!.heads ?? []])) as unknown as {
    [Name in keyof Of]: readonly string[];
  };
