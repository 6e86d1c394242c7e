import { m } from "@cahier/schema/messages";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import type { Cell, Column, Kind, Table } from "../../../platform/files/cell.ts";
import { type Exported, type ExportedQuestion, responsesOf } from "../responseFiles/export.queries.ts";
import { fewest } from "../../listen/result/small.ts";
import { openTexts, type Sizes } from "./open.queries.ts";
import { questionColumns } from "../responseFiles/question.columns.ts";
import { type ResponsesTable, tallied } from "../responseFiles/tally.ts";

/**
 * Closed answers, response by response, of those who publish theirs, and nothing that is told beside a text: neither words,
 * day, place, kind nor sector. Groups have no row: they are never added to individuals. If one to four are unpublished,
 * results minus file would reveal their answers: published ones are left out, to make five, by lowest id (drawn at random).
 */
export function openResponses(
  db: EntityManager,
  exported: Exported,
  questions: ExportedQuestion[],
  { sizes: { published, rest }, language }: { sizes: Sizes; language: Language },
): ResponsesTable {
  let leftOut = rest > 0 && rest < fewest ? fewest - rest : 0;
  const enough = published - leftOut >= fewest;
  return tallied({
    name: m.export_responses({}, { locale: language }),
    head: [],
    questions: questions.map((question) => questionColumns(exported, question, language, { closed: true })),
    begin({ speaksAs, peopleCount }) {
      if (!enough || speaksAs === "GROUP" || peopleCount !== null) return null;
      return leftOut-- > 0 ? null : [];
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
