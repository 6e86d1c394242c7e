import { type Kept, namesOf, ofKind } from "@cahier/schema/fields";
import { m } from "@cahier/schema/messages";
import { initiativeFields } from "@cahier/schema/propose/initiative.fields";
import type { InitiativeSheetInput } from "../../graphql/operations.generated.ts";

/** A sheet as it is typed: each field a text, lists one line each; « score.KEY » and « reason.KEY » for criteria. */
export type SheetWords = Record<string, string>;

/** What a sheet says, as it comes: a query that leaves a field out does not compile, nor does a form that forgets it. */
export type SheetSaid = Readonly<
  Omit<Kept<typeof initiativeFields>, "results" | "obstacles" | "levers" | "agreement">
> & {
  results: readonly string[];
  obstacles: readonly string[];
  levers: readonly string[];
  territory: { slug: string };
  criteria: readonly { key: string; score: number; reason: string | null }[];
};

const all = namesOf(initiativeFields).filter((name) => name !== "agreement");
const counts = ofKind(initiativeFields, "count");
const lists = ofKind(initiativeFields, "lines");

/** A sheet to be written; an empty one without what it says. */
export function wordsOf(said: SheetSaid | null, agreement: string | null, criteria: readonly string[]): SheetWords {
  const text = (field: string) => {
    const value = (said?.[field as keyof SheetSaid] ?? "") as string | number | readonly string[];
    return typeof value === "object" ? value.join("\n") : `${value}`;
  };
  const scores = criteria.flatMap((key) => {
    const found = said?.criteria.find((one) => one.key === key);
    return [
      [`score.${key}`, found ? `${found.score}` : ""],
      [`reason.${key}`, found?.reason ?? ""],
    ];
  });
  return {
    ...Object.fromEntries(all.map((field) => [field, text(field)])),
    territory: said?.territory.slug ?? "",
    agreement: agreement ?? "",
    ...Object.fromEntries(scores),
  };
}

/** What is sent of it. What is no number is sent as one that is refused, at its field. */
export function sheetOf(words: SheetWords): InitiativeSheetInput {
  const said = (field: string) => words[field] || null;
  const number = (field: string) => {
    const text = (words[field] ?? "").replace(/\s/g, "");
    return text === "" ? null : /^\d{1,9}$/.test(text) ? Number(text) : -1;
  };
  const lines = (field: string) =>
    (words[field] ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
  const keys = Object.keys(words).flatMap((field) =>
    field.startsWith("score.") && words[field] ? field.slice(6) : [],
  );
  const value = (name: keyof typeof initiativeFields) =>
    lists.includes(name as never) ? lines(name) : counts.includes(name as never) ? number(name) : said(name);
  return {
    ...(Object.fromEntries(namesOf(initiativeFields).map((name) => [name, value(name)])) as Kept<
      typeof initiativeFields
    >),
    name: words["name"] ?? "",
    sector: words["sector"] ?? "",
    summary: words["summary"] ?? "",
    territory: words["territory"] ?? "",
    criteria: keys.map((key) => ({ key, score: Number(words[`score.${key}`]), reason: said(`reason.${key}`) })),
  };
}

/** What each field is called. */
export const fieldNames: Record<keyof typeof initiativeFields | "territory" | "consent" | "reason", () => string> = {
  name: m.initiative_field_name,
  territory: m.initiative_field_territory,
  town: m.initiative_field_town,
  sector: m.initiative_field_sector,
  summary: m.initiative_field_summary,
  organisationType: m.initiative_field_organisation,
  startedYear: m.initiative_field_year,
  stage: m.initiative_field_stage,
  exchange: m.initiative_field_exchange,
  results: m.initiative_field_results,
  obstacles: m.initiative_field_obstacles,
  levers: m.initiative_field_levers,
  drawbacks: m.initiative_field_drawbacks,
  need: m.initiative_field_need,
  reproducibility: m.initiative_field_reproducibility,
  source: m.initiative_field_source,
  agreement: m.initiative_field_agreement,
  members: m.initiative_field_members,
  employees: m.initiative_field_employees,
  volunteers: m.initiative_field_volunteers,
  consent: m.initiative_field_consent,
  reason: m.initiative_reason,
};

/** What a field is called that the API named in a problem; undefined for one that it does not know. */
export const fieldName = (name: string) => (fieldNames as Record<string, (() => string) | undefined>)[name]?.();
