import { type Field, type Fields, namesOf, publicOf } from "@cahier/schema/fields";
import type { Context } from "../../../platform/context.ts";
import { readableKeyPoint } from "../../understand/keyPoint/keyPoint.queries.ts";
import { readableProposal } from "../../propose/proposal/proposal.queries.ts";
import type { Kind } from "../../../platform/files/cell.ts";
import { readByAll } from "../../understand/synthesis/synthesis.sql.ts";
import { snake } from "../../../platform/data/naming.ts";

/** Column of a table; `to` is the table its ids are of; `optional` is true if a row stands without it. */
export interface ChainColumn {
  key: string;
  kind: Kind;
  /** The message that names it, where it is not one for all tables. */
  message?: string;
  to?: string;
  optional?: boolean;
}

/** A row as it is read, by the keys of columns. */
export type ChainRow = Record<string, unknown>;

/** Values that addresses are built from; each table selects only those its own needs. */
type Named = Record<"id" | "slug" | "contribution", string>;

/** Table of the chain: its columns, and how its rows are read. */
export interface ChainTable {
  name: string;
  columns: ChainColumn[];
  /** Columns of the primary key: ids. Rows are ordered by them. */
  by: string[];
  /** A select whose columns are those above, for what may be long. */
  select?: string;
  /** Rows as their domain reads them, for what is bounded. */
  rows?: (context: Context) => Promise<object[]>;
  /** Address of a row on the site. */
  address?: (row: Named, origin: string) => string;
}

export const code = (key: string, to?: string, optional?: boolean): ChainColumn => ({
  key,
  kind: "code",
  to,
  optional,
});
export const codes = (...keys: string[]) => keys.map((key) => code(key));

const of =
  (kind: Kind) =>
  (...keys: string[]): ChainColumn[] =>
    keys.map((key) => ({ key, kind }));

export const said = of("words");
export const count = of("number");
export const day = of("day");

const kinds: Record<Field["kind"], Kind> = {
  line: "words",
  text: "words",
  lines: "words",
  choice: "code",
  months: "code",
  yes: "code",
  count: "number",
  year: "number",
  day: "day",
};

/** The fields of a sheet that anybody reads, as columns; `words` begins the names of their messages. */
export const fieldsOf = (fields: Fields, words: string): ChainColumn[] =>
  Object.entries(publicOf(fields)).map(([key, { kind }]) => ({ key, kind: kinds[kind], message: `${words}_${key}` }));

/** The same, as a select reads them from rows `it`. */
export const selectedOf = (fields: Fields, it: string) =>
  namesOf(publicOf(fields))
    .map((name) => `${it}.${snake(name)} as "${name}"`)
    .join(", ");

/** Nobody's groups: what a visitor reads. */
export const nobody = "'{}'";

/** Key points `k` that are stated. */
export const statedKeyPoint = `key_point k join objective o on o.id = k.objective_id and ${readableKeyPoint(nobody, "k")}`;

export const readProposal = (it: string) =>
  `proposal pr on pr.id = ${it}.proposal_id and ${readableProposal(nobody, "pr")}`;

export const readVersion = (it: string) => `synthesis_version v on v.id = ${it}.version_id and ${readByAll("v")}`;
