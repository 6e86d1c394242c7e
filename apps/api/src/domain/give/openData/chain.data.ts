/**
 * A row whose ids lead to one that was not told is left out, so that what is withdrawn while an archive is made
 * leaves nothing that leads nowhere. Unpublished texts are counted by region and channel only for questionnaires
 * that nothing more can come to.
 */
import { m } from "@cahier/schema/messages";
import { readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { imprintOf, siteOf } from "../../../platform/organiser.ts";
import { dayOf } from "../../../platform/day.ts";
import { type Entry, zip } from "../../../platform/files/zip.ts";
import type { Cell, Column, Table } from "../../../platform/files/cell.ts";
import { csv } from "../../../platform/files/csv.ts";
import { json } from "../../../platform/files/json.ts";
import type { ChainTable } from "./chain.columns.ts";
import { columnLabel, tableLabel } from "./chain.labels.ts";
import { tableOf, type RowsInArchive } from "./chain.rows.ts";
import { chainTables } from "./chain.tables.ts";
import { notPublished } from "./chain.unpublished.ts";

const licence = readFileSync(new URL("etalab-2.0.txt", import.meta.url), "utf8");

export interface OpenChainOptions {
  /** Origin of the site. */
  origin: string;
  language: Language;
  now: Date;
}

const plain = (table: Pick<Table, "columns" | "rows">) => csv(table, { labels: false });

/** Metadata that opens every JSON file. */
const about = (name: string, { origin, now }: OpenChainOptions) => ({
  format: "cahier-commun/open-data",
  formatVersion: 1,
  table: name,
  source: `${origin}/open-data`,
  licence: "etalab-2.0",
  day: dayOf(now),
});

/** One table of the chain, as a file. */
export function chainFile(
  db: EntityManager,
  table: ChainTable,
  format: "csv" | "json",
  asked: OpenChainOptions,
): Readable {
  const { origin, language } = asked;
  const it = tableOf(table, { db, origin }, (column) => columnLabel(column, language));
  return format === "csv" ? plain(it) : json(about(table.name, asked), { rows: it });
}

/**
 * The whole chain as an archive, made as it is read: each table as CSV, then as JSON with the same rows; what each column
 * means; how much there is, and how much was not published, by region and channel. What an id leads to is there too.
 */
export async function openChain(db: EntityManager, asked: OpenChainOptions): Promise<Readable> {
  const { origin, language } = asked;
  const told: RowsInArchive = new Map();
  const unpublished = await notPublished(db, asked.now);
  const files = (["csv", "json"] as const).flatMap((format) =>
    chainTables.map((table): Entry => ({
      name: `${format}/${table.name}.${format}`,
      content: () => {
        const it = tableOf(table, { db, origin }, (column) => columnLabel(column, language), told);
        return format === "csv" ? plain(it) : json(about(table.name, asked), { rows: it });
      },
    })),
  );
  const rowsOf = (name: string) => told.get(name)?.size ?? 0;
  return zip([
    ...files,
    { name: "dictionary.csv", content: () => plain(dictionary(language)) },
    { name: "not-published.csv", content: () => plain(unpublished) },
    {
      name: "figures.csv",
      content: () =>
        plain({
          columns: [column("table", "code"), column("label", "words"), column("rows", "number")],
          rows: [chainTables.map(({ name }): Cell[] => [name, tableLabel(name, language), rowsOf(name)])],
        }),
    },
    {
      name: "README.md",
      content: async function* () {
        const tables = chainTables
          .map(({ name }) => `- ${name} (${rowsOf(name)}) — ${tableLabel(name, language)}`)
          .join("\n");
        yield m.openData_readme(
          {
            site: await siteOf(db),
            imprint: await imprintOf(db, language),
            address: `${origin}/open-data`,
            day: dayOf(asked.now),
            tables,
          },
          { locale: language },
        );
      },
    },
    { name: "LICENCE.txt", content: licence },
  ]);
}

const column = (key: string, kind: Column["kind"]): Column => ({ key, kind, label: "" });

/** Dictionary: for each column, its meaning, its format, and the table its ids belong to. */
export function dictionary(language: Language): Pick<Table, "columns" | "rows"> {
  return {
    columns: [
      column("table", "code"),
      column("tableLabel", "words"),
      column("column", "code"),
      column("label", "words"),
      column("kind", "code"),
      column("leadsTo", "code"),
    ],
    rows: [
      chainTables.flatMap(({ name, columns }) =>
        columns.map((each): Cell[] => [
          name,
          tableLabel(name, language),
          each.key,
          columnLabel(each, language),
          each.kind,
          each.to ?? null,
        ]),
      ),
    ],
  };
}
