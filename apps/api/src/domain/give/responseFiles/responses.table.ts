/**
 * Rows come 500 at a time in an order that was drawn, and the codebook counts what passed: a slow reader holds no
 * connection, and figures match their file.
 */
import { m } from "@cahier/schema/messages";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import type { Cell, Kind } from "../../../platform/files/cell.ts";
import { type Exported, type ExportedResponse, responsesOf } from "./export.queries.ts";
import { questionColumns, tellsMore } from "./question.columns.ts";
import { type ResponsesTable, tallied } from "./tally.ts";

/** The responses of a questionnaire as its team takes them out: retired questions too, in the order of today. */
export function responsesTable(db: EntityManager, exported: Exported, language: Language): ResponsesTable {
  const { questionnaire, questions } = exported;
  const head = headOf(exported, language);
  return tallied({
    name: m.export_responses({}, { locale: language }),
    head: head.map(({ column }) => column),
    questions: questions
      .filter(({ type, askedFrom }) => type !== "TEXT_BLOCK" && askedFrom <= questionnaire.revision)
      .map((question) => questionColumns(exported, question, language)),
    begin: (response) => head.map(({ of }) => of(response)),
    batches: () => responsesOf(db, questionnaire.id),
  });
}

/** Columns of a response itself: never a name, an address, a place nearer than its author lets be told, or a time. */
function headOf({ places }: Exported, locale: Language) {
  const nameOf = (id: string | null) => (id && places.get(id)?.name) || null;
  const all: [key: string, kind: Kind, label: string, of: (response: ExportedResponse) => Cell][] = [
    ["response", "code", m.export_response({}, { locale }), ({ id }) => id],
    ["day", "day", m.export_day({}, { locale }), ({ submittedOn }) => submittedOn],
    ["channel", "code", m.export_channel({}, { locale }), ({ channel }) => channel],
    ["region", "words", m.export_region({}, { locale }), ({ regionId }) => nameOf(regionId)],
    ["territory", "words", m.export_territory({}, { locale }), (it) => (tellsMore(it) ? nameOf(it.territoryId) : null)],
    ["speaksAs", "code", m.export_speaksAs({}, { locale }), ({ speaksAs }) => speaksAs],
    ["peopleCount", "number", m.export_peopleCount({}, { locale }), ({ peopleCount }) => peopleCount],
    ["appearance", "code", m.export_appearance({}, { locale }), ({ appearance }) => appearance],
    // SUBMITTED, as files always said of a response that was taken.
    ["status", "code", m.export_status({}, { locale }), ({ status }) => (status === "HELD" ? "HELD" : "SUBMITTED")],
    ["revision", "number", m.export_revision({}, { locale }), ({ questionnaireRevision }) => questionnaireRevision],
    ["edits", "number", m.export_edits({}, { locale }), ({ revision }) => revision - 1],
  ];
  return all.map(([key, kind, label, of]) => ({ column: { key, kind, label }, of }));
}
