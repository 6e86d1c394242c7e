import { createHash } from "node:crypto";
import { type Fields, type Kept, namesOf } from "@cahier/schema/fields";
import { numberFrom } from "@cahier/schema/typed";
import { initiativeFields } from "@cahier/schema/propose/initiative.fields";
import type { EntityManager } from "typeorm";
import type { InitiativeSheetInput } from "../../../graphql/resolvers.generated.ts";
import { fold } from "../../../platform/text/fold.ts";
import { rowsOf } from "../../../platform/data/statement.ts";
import { readableText } from "../../../platform/text/markup.ts";
import { type ProblemFound, Refusal } from "../../../platform/refusal.ts";
import { type Row, tableOf } from "../../../platform/files/table.ts";
import { territoryFinder } from "../../ground/territory/finder.ts";
import { inOrder, type Term, Terms } from "../../ground/theme/theme.entity.ts";
import { columnsIn, keyOf, linesOf, placeOf, scoreOf, stageOf } from "./columns.ts";
import { type InitiativeSheet, type SheetLists, sheetLists, sheetOf } from "./initiative.sheet.ts";

/** Most rows in one table. */
export const mostRows = 1000;

/** A row of a table of initiatives, read. */
export interface SheetRow {
  line: number;
  /** Name of the initiative, even where the row has no place. */
  name: string;
  sheet: InitiativeSheet | null;
  problems: ProblemFound[];
  /** Key of the row, so that it is taken once. */
  importKey: string;
}

/** A table of initiatives, read: each row with what is wrong with it, and the columns that say nothing here. */
export interface SheetTable {
  rows: SheetRow[];
  unknownColumns: string[];
}

/** Reads a table against the closed lists of this site. Throws `CsvError` for a file that is no table. */
export async function readTable(db: EntityManager, text: string, now: Date): Promise<SheetTable> {
  const { rows, columns } = tableOf(text);
  if (rows.length > mostRows) throw new Refusal("TOO_LARGE", "file", String(mostRows));
  const lists = await sheetLists(db, now);
  const terms = await rowsOf(db, Terms, "initiative: terms", `order by ${inOrder}`);
  const criteria = terms.filter(({ kind }) => kind === "CRITERION");
  const found = columnsIn(columns, criteria);
  const inputOf = reader(found, terms, lists);
  const lineOf = new Map<string, number>();
  const read = rows.map(readable).map((row): SheetRow => {
    const unread = { line: row.line, name: "", sheet: null, importKey: "" };
    if (row.unreadable) return { ...unread, problems: [{ code: "UNREADABLE_FILE", value: row.unreadable }] };
    const { input, unsaid } = inputOf(row);
    const { sheet, problems } = sheetOf(input, lists, null);
    // An unknown territory or number is reported as it was written.
    const told = [...unsaid, ...problems.filter(({ field }) => !unsaid.some((other) => other.field === field))];
    const importKey = importKeyOf(sheet);
    const before = lineOf.get(importKey);
    if (told.length === 0 && before !== undefined)
      told.push({ code: "ALREADY_THERE", field: "line", value: String(before) });
    if (told.length === 0) lineOf.set(importKey, row.line);
    return { line: row.line, name: input.name.trim(), sheet: told.length ? null : sheet, problems: told, importKey };
  });
  return { rows: read, unknownColumns: found.unknown };
}

/** A row without the HTML that some tables carry. */
const readable = ({ values, ...row }: Row): Row => ({
  ...row,
  values: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? readableText(value) : value]),
  ),
});

/** Key of an initiative: its name, place and town, however they are written. */
export const importKeyOf = ({ name, territoryId, town }: Pick<InitiativeSheet, "name" | "territoryId" | "town">) =>
  createHash("sha256")
    .update(JSON.stringify([fold(name), territoryId, fold(town ?? "")]))
    .digest("hex");

/** Fields of a row, by the columns of its cells. */
const cellsOf = <Of extends Fields>(
  fields: Of,
  at: (name: keyof Of & string) => string,
  number: (name: keyof Of & string) => number | null,
) =>
  Object.fromEntries(
    namesOf(fields).map((name) => {
      const { kind } = fields[name]!;
      return [
        name,
        kind === "lines" ? linesOf(at(name)) : kind === "count" || kind === "year" ? number(name) : at(name),
      ];
    }),
  ) as Kept<Of>;

function reader({ of, scores }: ReturnType<typeof columnsIn>, terms: Term[], lists: SheetLists) {
  const find = territoryFinder([...lists.territories.values()]);
  const slugs = new Map([...lists.territories.values()].map(({ id, slug }) => [id, slug]));
  const among = (kind: string) => terms.filter((term) => term.kind === kind);
  const [sectors, organisationTypes] = [among("SECTOR"), among("ORGANISATION_TYPE")];

  return ({ values }: Row): { input: InitiativeSheetInput; unsaid: ProblemFound[] } => {
    const cell = (column: string | undefined) => (column ? ((values[column] as string | undefined) ?? "").trim() : "");
    const at = (field: Parameters<typeof of.get>[0]) => cell(of.get(field));
    const unsaid: ProblemFound[] = [];
    const place = placeOf(at("place"));
    const said = at("territory") || place.department;
    const territory = find("DEPARTMENT", said) ?? find("REGION", said) ?? find("REGION_2012", said);
    if (said && !territory) unsaid.push({ code: "UNKNOWN_TERRITORY", field: "territory", value: said });
    const number = (field: keyof typeof initiativeFields, text = at(field)) => {
      const value = numberFrom(text);
      if (!Number.isNaN(value)) return value;
      unsaid.push({ code: "WRONG_KIND", field, value: text });
      return null;
    };
    const since = at("since");
    const year = /\b(?:18|19|20)\d\d\b/.exec(since)?.[0] ?? "";
    const stage = at("stage") || since.replace(year, "").replace(/^[\s,;:–-]+|(?<![\s,;:–-])[\s,;:–-]+$/g, "");
    const exchange = at("exchange");
    const given = [...scores].flatMap(([key, column]) => {
      const score = scoreOf(cell(column));
      if (!score) return [];
      if (!Number.isNaN(score.score)) return [{ key, ...score }];
      unsaid.push({ code: "OUT_OF_RANGE", field: `criteria.${key}`, value: "0–3" });
      return [];
    });
    const written = {
      ...cellsOf(initiativeFields, at, number),
      startedYear: number("startedYear", at("startedYear") || year),
      stage: stageOf(stage),
      sector: keyOf(sectors, at("sector")),
      organisationType: keyOf(organisationTypes, at("organisationType")),
      town: at("town") || place.town,
      // A sheet of paper has no summary: who exchanges what is one, where it is short.
      summary: at("summary") || exchange,
      exchange: at("summary") ? exchange : "",
    };
    const input: InitiativeSheetInput = {
      ...written,
      territory: territory ? slugs.get(territory.id)! : "",
      criteria: given,
    };
    return { input, unsaid };
  };
}
