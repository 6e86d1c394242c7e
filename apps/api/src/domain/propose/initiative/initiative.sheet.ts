import { limits, mostLines } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { InitiativeSheetInput } from "../../../graphql/resolvers.generated.ts";
import { canonical } from "../../../platform/canonical.ts";
import { noted, type ProblemFound } from "../../../platform/refusal.ts";
import { givenLine, givenText, neededLine } from "../../../platform/text/text.ts";
import { carriesContact } from "../../../platform/text/contact.ts";
import { type Territory, Territories } from "../../ground/territory/territory.entity.ts";
import { Terms } from "../../ground/theme/theme.entity.ts";
import type { Initiative } from "./initiative.entity.ts";

/** What the sheet of an initiative says. */
export type Sheet = Pick<
  Initiative,
  | "name"
  | "sector"
  | "organisationType"
  | "territoryId"
  | "regionId"
  | "town"
  | "startedYear"
  | "stage"
  | "summary"
  | "exchange"
  | "criteria"
  | "criteriaReasons"
  | "members"
  | "employees"
  | "volunteers"
  | "results"
  | "obstacles"
  | "levers"
  | "drawbacks"
  | "need"
  | "reproducibility"
  | "source"
  | "agreement"
>;

/** How far an initiative may be. */
export const stages = ["IDEA", "START", "RUNNING", "GROWING", "STOPPED"];

/** What sheets are checked against: the closed lists and the territories, read once for however many sheets. */
export interface SheetLists {
  sectors: Set<string>;
  organisationTypes: Set<string>;
  criteria: Set<string>;
  territories: Map<string, Territory>;
  year: number;
}

/** Reads them. */
export async function sheetLists(db: EntityManager, now: Date): Promise<SheetLists> {
  const terms = await db.find(Terms);
  const keys = (kind: string) => new Set(terms.filter((term) => term.kind === kind).map(({ key }) => key));
  return {
    sectors: keys("SECTOR"),
    organisationTypes: keys("ORGANISATION_TYPE"),
    criteria: keys("CRITERION"),
    territories: new Map((await db.find(Territories)).map((territory) => [territory.slug, territory])),
    year: now.getUTCFullYear(),
  };
}

/** Reads a sheet as it is kept; all that is wrong with it is told at once, each at its field. */
export function sheetOf(input: InitiativeSheetInput, lists: SheetLists): { sheet: Sheet; problems: ProblemFound[] } {
  const problems: ProblemFound[] = [];
  const read = <Value>(of: () => Value) => noted(problems, of);
  const line = (field: "name" | "summary", most: number) => read(() => neededLine(input[field], field, most)) ?? "";
  const given = (field: keyof InitiativeSheetInput, most: number) =>
    read(() => givenText(input[field] as string | null | undefined, field, most));
  const short = (field: keyof InitiativeSheetInput, most: number, text: string | null | undefined) =>
    read(() => givenLine(text, field, most));
  const longer = limits["initiative.text"];
  const one = (field: "sector" | "organisationType" | "stage", among: ReadonlySet<string>) => {
    const value = input[field] || null;
    if (value && !among.has(value)) problems.push({ code: "UNKNOWN_CHOICE", field });
    return value;
  };
  const lines = (field: "results" | "obstacles" | "levers") => {
    const found = input[field].flatMap((text) => short(field, limits["initiative.line"], text) ?? []);
    if (found.length > mostLines) problems.push({ code: "TOO_MANY_CHOICES", field, value: String(mostLines) });
    return found;
  };
  const count = (field: "members" | "employees" | "volunteers" | "startedYear", least: number, most: number) => {
    const value = input[field] ?? null;
    if (value !== null && (value < least || value > most))
      problems.push({ code: "OUT_OF_RANGE", field, value: `${least}–${most}` });
    return value;
  };

  const name = line("name", limits["initiative.name"]);
  const territory = lists.territories.get(input.territory) ?? null;
  if (!territory)
    problems.push({ code: input.territory ? "UNKNOWN_TERRITORY" : "TERRITORY_REQUIRED", field: "territory" });
  if (!input.sector) problems.push({ code: "REQUIRED", field: "sector" });
  const sheet: Sheet = {
    name,
    territoryId: territory?.id ?? "",
    regionId: territory?.regionId ?? null,
    town: short("town", limits["initiative.town"], input.town),
    sector: one("sector", lists.sectors) ?? "",
    summary: line("summary", limits["initiative.summary"]),
    organisationType: one("organisationType", lists.organisationTypes),
    startedYear: count("startedYear", 1800, lists.year),
    stage: one("stage", new Set(stages)),
    exchange: given("exchange", longer),
    ...criteriaOf(input, lists, problems),
    members: count("members", 0, 1_000_000),
    employees: count("employees", 0, 1_000_000),
    volunteers: count("volunteers", 0, 1_000_000),
    results: lines("results"),
    obstacles: lines("obstacles"),
    levers: lines("levers"),
    drawbacks: given("drawbacks", longer),
    need: given("need", longer),
    reproducibility: given("reproducibility", longer),
    source: given("source", limits["initiative.source"]),
    agreement: short("agreement", limits["initiative.agreement"], input.agreement),
  };
  return { sheet, problems };
}

function criteriaOf(
  input: InitiativeSheetInput,
  lists: SheetLists,
  problems: ProblemFound[],
): Pick<Sheet, "criteria" | "criteriaReasons"> {
  const criteria: Record<string, number> = {};
  const criteriaReasons: Record<string, string> = {};
  for (const { key, score, reason } of input.criteria) {
    const field = `criteria.${key}`;
    if (!lists.criteria.has(key)) {
      problems.push({ code: "UNKNOWN_CHOICE", field });
      continue;
    }
    if (score < 0 || score > 3) problems.push({ code: "OUT_OF_RANGE", field, value: "0–3" });
    criteria[key] = score;
    const text = noted(problems, () => givenLine(reason, field, limits["initiative.criterion"]));
    if (text) criteriaReasons[key] = text;
  }
  return { criteria, criteriaReasons };
}

/** Whether anything that is published of a sheet carries a link or contact details. */
export const sheetCarriesContact = (sheet: Sheet) =>
  [
    ...[sheet.name, sheet.town, sheet.summary, sheet.exchange, sheet.drawbacks, sheet.need],
    ...[sheet.reproducibility, sheet.source, ...sheet.results, ...sheet.obstacles, ...sheet.levers],
    ...Object.values(sheet.criteriaReasons),
  ].some(carriesContact);

/** Whether two sheets say the same: the database has its own order of keys. */
export const saysTheSame = (a: Sheet, b: Sheet) => changedFields(a, b).length === 0;

/** What of a sheet another one says otherwise. */
export const changedFields = (from: Sheet, to: Sheet) =>
  (Object.keys(to) as (keyof Sheet)[]).filter((field) => canonical(from[field]) !== canonical(to[field]));
