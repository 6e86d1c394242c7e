import { gql, type TypedDocumentNode } from "@apollo/client";
import { type Complete, type Forgotten, type NamesOf, type Public, publicOf } from "@cahier/schema/fields";
import { m } from "@cahier/schema/messages";
import { initiativeFields } from "@cahier/schema/propose/initiative.fields";
import { sentOf, typedOf } from "@cahier/schema/typed";
import type { InitiativeSheet, InitiativeSheetInput } from "../../graphql/operations.generated.ts";

/** All that a sheet says, for its page and for the forms that rewrite it. */
export const initiativeSheet: TypedDocumentNode<InitiativeSheet> = gql`
  fragment InitiativeSheet on Initiative {
    id
    slug
    version
    name
    town
    sector
    summary
    exchange
    organisationType
    startedYear
    stage
    results
    obstacles
    levers
    drawbacks
    need
    reproducibility
    members
    employees
    volunteers
    budget
    source
    territory {
      id
      slug
      name
    }
    criteria {
      key
      score
      reason
    }
  }
`;

type Shown = Public<typeof initiativeFields>;

/** A field that the fragment leaves out would be erased by a form and shown nowhere: it does not compile. */
export type NothingForgotten = Complete<
  Forgotten<InitiativeSheet, Shown, "id" | "slug" | "version" | "territory" | "criteria">
>;

/** Fields that the head of the page places by hand; the others are figures and cards. */
type Placed = "name" | "town" | "sector" | "summary" | "organisationType" | "startedYear" | "stage";

/** A field that is neither placed, a figure nor a card would be shown nowhere: it does not compile. */
export type NothingHidden = Complete<Exclude<keyof Shown, Placed | NamesOf<Shown, "count" | "text" | "lines">>>;

/** The fields that anybody reads. */
export const shownFields = publicOf(initiativeFields);

/** Names of the fields, by the forms and by the problems of the API. */
export const fieldNames: Record<keyof typeof initiativeFields | "territory" | "consent" | "reason", () => string> = {
  name: m.initiative_field_name,
  territory: m.initiative_field_territory,
  town: m.initiative_field_town,
  sector: m.initiative_field_sector,
  summary: m.initiative_field_summary,
  organisationType: m.initiative_field_organisationType,
  startedYear: m.initiative_field_startedYear,
  stage: m.initiative_field_stage,
  exchange: m.initiative_field_exchange,
  results: m.initiative_field_results,
  obstacles: m.initiative_field_obstacles,
  levers: m.initiative_field_levers,
  drawbacks: m.initiative_field_drawbacks,
  need: m.initiative_field_need,
  reproducibility: m.initiative_field_reproducibility,
  members: m.initiative_field_members,
  employees: m.initiative_field_employees,
  volunteers: m.initiative_field_volunteers,
  budget: m.initiative_field_budget,
  source: m.initiative_field_source,
  agreement: m.initiative_field_agreement,
  consent: m.initiative_field_consent,
  reason: m.initiative_reason,
};

/** The label of a field that the API named in a problem; undefined for one that it does not know. */
export const fieldName = (name: string) => (fieldNames as Record<string, (() => string) | undefined>)[name]?.();

/** Names of figures on the page. */
export const figureNames: Record<NamesOf<Shown, "count">, (of: { count: number }) => string> = {
  members: m.initiative_members,
  employees: m.initiative_employees,
  volunteers: m.initiative_volunteers,
  budget: m.initiative_budget,
};

/** Headings of cards on the page. */
export const cardNames: Record<NamesOf<Shown, "text" | "lines">, () => string> = {
  exchange: m.initiative_exchange,
  results: m.initiative_results,
  obstacles: m.initiative_obstacles,
  levers: m.initiative_levers,
  drawbacks: m.initiative_drawbacks,
  need: m.initiative_need,
  reproducibility: m.initiative_reproducibility,
  source: m.initiative_source,
};

/** A sheet as it is typed; « score.KEY » and « reason.KEY » for criteria. */
export type SheetWords = Record<string, string>;

/** A sheet to be written; an empty one without what it says. */
export function wordsOf(
  said: InitiativeSheet | null,
  agreement: string | null,
  criteria: readonly { key: string }[],
): SheetWords {
  const scores = criteria.flatMap(({ key }) => {
    const found = said?.criteria.find((one) => one.key === key);
    return [
      [`score.${key}`, found ? `${found.score}` : ""],
      [`reason.${key}`, found?.reason ?? ""],
    ];
  });
  return {
    ...typedOf(initiativeFields, said && { ...said, agreement }),
    territory: said?.territory.slug ?? "",
    ...Object.fromEntries(scores),
  };
}

/** The whole sheet, as it is sent. */
export function sheetOf(words: SheetWords): InitiativeSheetInput {
  const keys = Object.keys(words).flatMap((field) =>
    field.startsWith("score.") && words[field] ? field.slice(6) : [],
  );
  return {
    ...sentOf(initiativeFields, words),
    territory: words["territory"] ?? "",
    criteria: keys.map((key) => ({
      key,
      score: Number(words[`score.${key}`]),
      reason: words[`reason.${key}`] || null,
    })),
  };
}
