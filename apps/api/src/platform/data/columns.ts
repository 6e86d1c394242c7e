import type { EntitySchemaColumnOptions } from "typeorm";

type Column = EntitySchemaColumnOptions;

/** The columns that tables are made of, so that the same thing is declared the same way everywhere. */
export const column = {
  /** Grows with time: for what may show its order. */
  orderedId: { type: "uuid", primary: true, default: () => "uuidv7()" },
  /** Betrays no order: for what anonymous people wrote. */
  randomId: { type: "uuid", primary: true, generated: "uuid" },
  text: { type: "text" },
  optionalText: { type: "text", nullable: true },
  textList: { type: "text", array: true, default: () => "'{}'" },
  integer: { type: "integer" },
  integerList: { type: "integer", array: true, default: () => "'{}'" },
  optionalInteger: { type: "integer", nullable: true },
  flag: { type: "boolean", default: false },
  /** A day, as YYYY-MM-DD. */
  day: { type: "date" },
  optionalDay: { type: "date", nullable: true },
  instant: { type: "timestamptz", precision: 3 },
  optionalInstant: { type: "timestamptz", precision: 3, nullable: true },
  json: { type: "jsonb" },
  /** An object that nothing was put in yet. */
  emptyJson: { type: "jsonb", default: () => "'{}'" },
  /** Counts the saves: a save on an older one is refused. */
  version: { type: "integer", default: 1 },
} satisfies Record<string, Column>;

/** A column that names a row of another table. */
export const reference = (target: string): Column => ({ type: "uuid", foreignKey: { target } });

/** The same, where there may be none. */
export const optionalReference = (target: string): Column => ({ ...reference(target), nullable: true });

/** A column of a primary key that names a row of another table: for tables that only link. */
export const link = (target: string): Column => ({ ...reference(target), primary: true });
