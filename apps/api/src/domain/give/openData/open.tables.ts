import { m } from "@cahier/schema/messages";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import type { Cell, Column, Kind, Table } from "../../../platform/files/cell.ts";
import {
  type Exported,
  type ExportedQuestion,
  type ExportedResponse,
  responsesOf,
} from "../responseFiles/export.queries.ts";
import { fewest } from "../../listen/result/small.ts";
import { sumOf, toldApart } from "./grouping.ts";
import { type Kin, openTexts } from "./open.queries.ts";
import { questionColumns } from "../responseFiles/question.columns.ts";
import { type ResponsesTable, tallied } from "../responseFiles/tally.ts";

/** Mark of the traits that too few people share, grouped together. */
export const grouped = "GROUPED";

type Who = Pick<Kin, "collective" | "regionId" | "organisationType">;

/**
 * Region and kind of organisation that may be published for a respondent. Null: neither may, and the response gets no
 * row.
 */
export type Telling = (who: Who) => { region: string | null; organisation: string | null } | null;

/**
 * Builds the function that answers the publishable traits of rows, called in the order of their ids: region first, then
 * kind of organisation among those told to be from it. Individuals and groups apart.
 */
export function telling(kin: Kin[]): Telling {
  const sides = new Map(
    [...Map.groupBy(kin, ({ collective }) => collective)].map(([side, members]) => {
      const { published } = sumOf(members);
      return [side, { tell: published >= fewest ? among(members) : null, leftOut: members[0]!.leftOut }];
    }),
  );
  return (who) => {
    const side = sides.get(who.collective);
    if (!side?.tell) return null;
    if (side.leftOut > 0) {
      side.leftOut--;
      return null;
    }
    return side.tell(who);
  };
}

function among(kin: Kin[]) {
  const regions = toldApart(countsBy(kin, regionOf));
  const told = (who: Who) => (regions.has(regionOf(who)) ? regionOf(who) : grouped);
  const organisations = new Map(
    [...Map.groupBy(kin, told)].map(([region, members]) => [region, toldApart(countsBy(members, organisationOf))]),
  );
  return (who: Who) => {
    const region = told(who);
    const organisation = organisations.get(region)?.has(organisationOf(who)) ? organisationOf(who) : grouped;
    return { region: region || null, organisation: organisation || null };
  };
}

const regionOf = ({ regionId }: Who) => regionId ?? "";
const organisationOf = ({ organisationType }: Who) => organisationType ?? "";

const countsBy = (kin: Kin[], trait: (who: Who) => string) =>
  new Map([...Map.groupBy(kin, trait)].map(([key, members]) => [key, sumOf(members)]));

/** Closed answers, response by response, of those who publish theirs: no words, no day, nothing that leads to a text. */
export function openResponses(
  db: EntityManager,
  exported: Exported,
  questions: ExportedQuestion[],
  { tell, language }: { tell: Telling; language: Language },
): ResponsesTable {
  const codeOf = (id: string | null) => (id === grouped ? grouped : (exported.places.get(id ?? "")?.code ?? null));
  type PublishableTraits = NonNullable<ReturnType<Telling>>;
  const head: [column: Column, of: (it: ExportedResponse, told: PublishableTraits) => Cell][] = [
    [labelled("speaksAs", "code", m.export_speaksAs({}, { locale: language })), ({ speaksAs }) => speaksAs],
    [labelled("region", "code", m.export_region_code({}, { locale: language })), (_, { region }) => codeOf(region)],
  ];
  if (saysAsWhat(exported))
    head.push([
      labelled("organisationType", "code", m.export_organisation({}, { locale: language })),
      (_, { organisation }) => organisation,
    ]);
  const told = (it: ExportedResponse) =>
    tell({ ...it, collective: it.speaksAs === "GROUP" || it.peopleCount !== null });
  return tallied({
    name: m.export_responses({}, { locale: language }),
    head: head.map(([column]) => column),
    questions: questions.map((question) => questionColumns(exported, question, language, { closed: true })),
    begin: (it) => {
      const known = told(it);
      return known && head.map(([, of]) => of(it, known));
    },
    batches: () => responsesOf(db, exported.questionnaire.id, { publishedOnly: true }),
  });
}

/** True if a public question asks for the kind of organisation. */
const saysAsWhat = ({ questions }: Exported) =>
  questions.some(({ type, visibility }) => type === "ORGANISATION_TYPE" && visibility === "PUBLIC");

const labelled = (key: string, kind: Kind, label: string): Column => ({ key, kind, label });

/** Published texts, as the site shows them but for the name, and no nearer than their region. */
export function contributionsTable(
  db: EntityManager,
  exported: Exported,
  questions: ExportedQuestion[],
  { origin, language: locale }: { origin: string; language: Language },
): Table {
  return {
    name: m.export_contributions({}, { locale }),
    columns: [
      labelled("contribution", "code", m.export_contribution({}, { locale })),
      labelled("question", "code", m.export_book_question({}, { locale })),
      labelled("questionRevision", "number", m.export_question_revision({}, { locale })),
      labelled("day", "day", m.export_day({}, { locale })),
      labelled("channel", "code", m.export_channel({}, { locale })),
      labelled("region", "code", m.export_region_code({}, { locale })),
      labelled("regionName", "words", m.export_region({}, { locale })),
      labelled("organisationType", "code", m.export_organisation({}, { locale })),
      labelled("sectors", "code", m.export_sectors({}, { locale })),
      labelled("text", "words", m.export_text({}, { locale })),
      labelled("address", "code", m.export_text_address({}, { locale })),
    ],
    rows: (async function* () {
      for (const { id, key } of questions)
        for await (const batch of openTexts(db, id))
          yield batch.map((it): Cell[] => {
            const region = exported.places.get(it.regionId ?? "");
            return [
              it.id,
              key,
              it.questionRevision,
              it.contributedOn,
              it.channel,
              region?.code ?? null,
              region?.name ?? null,
              saysAsWhat(exported) ? it.organisationType : null,
              it.sectors.join(" ") || null,
              it.body,
              `${origin}/contributions/${it.id}`,
            ];
          });
    })(),
  };
}
