/** One thing that is written on a sheet, declared once: tables, checks, forms, imports and open files read it here. */
export type Field = {
  /** Names of its column in an imported table, folded. */
  heads?: readonly string[];
  /** Read by the team alone. */
  team?: true;
} & (
  | { kind: "line" | "text"; most: number; needed?: true }
  /** Keys of a closed list: here, or by the name of a list that the reader is given. */
  | { kind: "choice"; among: string | readonly string[]; needed?: true }
  | { kind: "count"; least: number; most: number; unit?: "EUR" }
  /** A year, until some years from today. */
  | { kind: "year"; least: number; ahead: number }
  | { kind: "lines"; most: number }
  | { kind: "day"; needed: true }
  | { kind: "months" | "yes" }
);

export type Fields = Record<string, Field>;

interface Values {
  line: string;
  text: string;
  choice: string;
  count: number;
  year: number;
  lines: string[];
  day: string;
  /** Months of the year, from 1. */
  months: number[];
  yes: boolean;
}

/** A field that always has a value: an empty list is one. */
type Always = { kind: "lines" | "months" | "yes" } | { needed: true };

type Value<One extends Field> = One extends { among: readonly (infer Key)[] } ? Key : Values[One["kind"]];

/** A sheet as its row keeps it. */
export type Kept<Of extends Fields> = {
  [Name in keyof Of]: Of[Name] extends Always ? Value<Of[Name]> : Value<Of[Name]> | null;
};

/** A sheet as an API answers it: lists are not changed. */
export type Answered<Of extends Fields> = {
  readonly [Name in keyof Of]: Kept<Of>[Name] extends (infer Item)[] ? readonly Item[] : Kept<Of>[Name];
};

/** The fields that anybody reads. */
export type Public<Of extends Fields> = {
  [Name in keyof Of as Of[Name] extends { team: true } ? never : Name]: Of[Name];
};

/** Names of the fields of some kinds. */
export type NamesOf<Of extends Fields, Kind extends Field["kind"]> = {
  [Name in keyof Of & string]: Of[Name] extends { kind: Kind } ? Name : never;
}[keyof Of & string];

/** Names that a type has and no field, or the other way round: `never` when nothing was forgotten. */
export type Forgotten<Type, Of extends Fields, Beside extends string = never> =
  | Exclude<keyof Type, keyof Of | Beside | "__typename" | " $fragmentName" | " $fragmentRefs">
  | Exclude<keyof Of, keyof Type>;

/** Compiles only where nothing was forgotten: the error names what was. */
export type Complete<Missing extends never> = Missing;

/** The last year that a field takes. */
export const lastYear = ({ ahead }: { ahead: number }) => new Date().getUTCFullYear() + ahead;

/** The names of the fields, in their order. */
export const namesOf = <Of extends Fields>(fields: Of) => Object.keys(fields) as (keyof Of & string)[];

/** The fields of some kinds, in their order. */
export const ofKind = <Of extends Fields, Kind extends Field["kind"]>(fields: Of, ...kinds: Kind[]) =>
  namesOf(fields).filter((name) => (kinds as string[]).includes(fields[name]!.kind)) as unknown as NamesOf<Of, Kind>[];

/** The fields that anybody reads, in their order. */
export const publicOf = <Of extends Fields>(fields: Of) =>
  Object.fromEntries(Object.entries(fields).filter(([, { team }]) => !team)) as Public<Of>;

/** All the texts of a sheet. */
export const textsOf = <Of extends Fields>(fields: Of, sheet: Kept<Of>) =>
  ofKind(fields, "line", "text", "lines").flatMap((name) => (sheet[name] as string | string[] | null) ?? []);

/** Names of the column of each in a table that is imported. */
export const headsOf = <Of extends Fields>(fields: Of) =>
  Object.fromEntries(namesOf(fields).map((name) => [name, fields[name]!.heads ?? []])) as unknown as {
    [Name in keyof Of]: readonly string[];
  };
