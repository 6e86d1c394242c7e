import { type Complete, type Forgotten, type Kept, publicOf, textsOf } from "@cahier/schema/fields";
import { limits } from "@cahier/schema/limits";
import { initiativeFields } from "@cahier/schema/propose/initiative.fields";
import type { EntityManager } from "typeorm";
import type { InitiativeSheetInput } from "../../../graphql/resolvers.generated.ts";
import { canonical } from "../../../platform/canonical.ts";
import { readFields } from "../../../platform/fields.ts";
import { noted, type ProblemFound } from "../../../platform/refusal.ts";
import { givenLine } from "../../../platform/text/text.ts";
import { carriesContact } from "../../../platform/text/contact.ts";
import { type Territory, Territories } from "../../ground/territory/territory.entity.ts";
import { Terms } from "../../ground/theme/theme.entity.ts";
import type { Initiative } from "./initiative.entity.ts";

/** The sheet of an initiative, as columns. */
export type InitiativeSheet = Kept<typeof initiativeFields> &
  Pick<Initiative, "territoryId" | "regionId" | "criteria" | "criteriaReasons">;

/** Compiles only if every field of the input is stored: none is silently dropped. */
export type NothingForgotten = Complete<
  Forgotten<InitiativeSheetInput, typeof initiativeFields, "territory" | "criteria">
>;

/** Stages of an initiative. */
export const stages = ["IDEA", "START", "RUNNING", "GROWING", "STOPPED"];

/** Closed lists and territories that sheets are checked against, read once for any number of sheets. */
export interface SheetLists {
  sectors: Set<string>;
  organisationTypes: Set<string>;
  criteria: Set<string>;
  territories: Map<string, Territory>;
  year: number;
}

/** Reads the lists. */
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

/** Reads a sheet from an input, new or over the one `before`; all its problems are told at once, each at its field. */
export function sheetOf(
  input: InitiativeSheetInput,
  lists: SheetLists,
  before: Initiative | null,
): { sheet: InitiativeSheet; problems: ProblemFound[] } {
  const problems: ProblemFound[] = [];
  const territory = lists.territories.get(input.territory) ?? null;
  if (!territory)
    problems.push({ code: input.territory ? "UNKNOWN_TERRITORY" : "TERRITORY_REQUIRED", field: "territory" });
  const sheet: InitiativeSheet = {
    ...readFields(initiativeFields, input, before, problems, {
      SECTOR: lists.sectors,
      ORGANISATION_TYPE: lists.organisationTypes,
      STAGE: new Set(stages),
    }),
    territoryId: territory?.id ?? "",
    regionId: territory?.regionId ?? null,
    ...criteriaOf(input, lists, problems),
  };
  return { sheet, problems };
}

function criteriaOf(
  input: InitiativeSheetInput,
  lists: SheetLists,
  problems: ProblemFound[],
): Pick<InitiativeSheet, "criteria" | "criteriaReasons"> {
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

const published = publicOf(initiativeFields);

/** True if anything that is published of a sheet carries a link or contact details. */
export const sheetCarriesContact = (sheet: InitiativeSheet) =>
  [...textsOf(published, sheet), ...Object.values(sheet.criteriaReasons)].some(carriesContact);

/** True if two sheets say the same, whatever the order of keys, which the database changes. */
export const saysTheSame = (a: InitiativeSheet, b: InitiativeSheet) => changedFields(a, b).length === 0;

/** Fields that differ between two sheets. */
export const changedFields = (from: InitiativeSheet, to: InitiativeSheet) =>
  (Object.keys(to) as (keyof InitiativeSheet)[]).filter((field) => canonical(from[field]) !== canonical(to[field]));
