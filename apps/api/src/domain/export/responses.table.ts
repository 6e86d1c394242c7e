import { m } from "@cahier/schema/messages";
import type { EntityManager } from "typeorm";
import type { Language } from "../../graphql/resolvers.generated.ts";
import { type Cell, type Column, type Kind, mark, type Table } from "./cell.ts";
import { type Exported, type ExportedResponse, responsesOf } from "./export.queries.ts";
import { type QuestionColumns, questionColumns, tellsMore } from "./question.columns.ts";

/** What the rows of a file came to, counted as they passed: what the file says of itself is true of what it holds. */
export interface Tally {
  rows: number;
  /** By question id. */
  questions: Map<string, { asked: number; answered: number; noOpinion: number }>;
  /** By column key: in how many rows an option was chosen, or ranked, or anything is written. */
  columns: Map<string, number>;
}

/** The table of the responses, one a row, and what it came to once it is read to its end. */
export interface ResponsesTable extends Table {
  head: Column[];
  questions: QuestionColumns[];
  tally: Tally;
}

/** The responses of a questionnaire as its team takes them out: retired questions too, in the order of today. */
export function responsesTable(db: EntityManager, exported: Exported, language: Language): ResponsesTable {
  const head = headOf(exported, language);
  const questions = exported.questions
    .filter(({ type, askedFrom }) => type !== "TEXT_BLOCK" && askedFrom <= exported.questionnaire.revision)
    .map((question) => questionColumns(exported, question, language));
  const columns = [...head.map(({ column }) => column), ...questions.flatMap((one) => one.columns)];
  const counts = new Uint32Array(columns.length);
  const byQuestion = questions.map(() => ({ asked: 0, answered: 0, noOpinion: 0 }));
  let passed = 0;

  function row(response: ExportedResponse): Cell[] {
    const cells = head.map(({ of }) => of(response));
    for (const [at, one] of questions.entries()) {
      const found = one.fill(response, cells);
      const count = byQuestion[at]!;
      if (found !== "NOT_ASKED") count.asked++;
      if (found === "ANSWERED" || found === "NO_OPINION") count.answered++;
      if (found === "NO_OPINION") count.noOpinion++;
    }
    for (const [at, cell] of cells.entries()) if (cell !== null && cell !== 0 && cell !== mark.notAsked) counts[at]!++;
    passed++;
    return cells;
  }

  return {
    name: m.export_responses({}, { locale: language }),
    head: head.map(({ column }) => column),
    questions,
    columns,
    rows: (async function* () {
      for await (const batch of responsesOf(db, exported.questionnaire.id)) yield batch.map(row);
    })(),
    get tally() {
      return {
        rows: passed,
        questions: new Map(questions.map(({ question }, at) => [question.id, byQuestion[at]!])),
        columns: new Map(columns.map(({ key }, at) => [key, counts[at]!])),
      };
    },
  };
}

/** What is said of a response itself: never a name, an address, a place nearer than what is told of it, or a time. */
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
    ["status", "code", m.export_status({}, { locale }), ({ status }) => status],
    ["revision", "number", m.export_revision({}, { locale }), ({ questionnaireRevision }) => questionnaireRevision],
    ["edits", "number", m.export_edits({}, { locale }), ({ revision }) => revision - 1],
  ];
  return all.map(([key, kind, label, of]) => ({ column: { key, kind, label }, of }));
}
