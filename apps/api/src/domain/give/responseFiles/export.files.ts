/**
 * A line of keys (codes of questions, never given again), a line of labels. No name, no address; a department only
 * of those who appear under a name; words that were not published are marked so, and an answer that is only
 * counted says `ANSWERED`: a file outlives the page it came from.
 */
import type { Readable } from "node:stream";
import type { EntityManager } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import { codebook, readMe } from "./codebook.ts";
import { csv } from "../../../platform/files/csv.ts";
import type { Exported } from "./export.queries.ts";
import { json } from "../../../platform/files/json.ts";
import { ods } from "../../../platform/files/ods.ts";
import { responsesTable } from "./responses.table.ts";
import { xlsx } from "../../../platform/files/xlsx.ts";

/** The files that a team takes out, by the ends of their names; the codebook alone goes with the CSV. */
export const types = {
  csv: "text/csv; charset=utf-8; header=present",
  "codebook.csv": "text/csv; charset=utf-8; header=present",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  json: "application/json; charset=utf-8",
};

export type Format = keyof typeof types;

/** Options of a file of responses. */
export interface ExportOptions {
  format: Format;
  language: Language;
  /** Address of the questionnaire. */
  address: string;
  now: Date;
}

/** The responses of a questionnaire as a file, made as it is read. */
export function responsesFile(
  db: EntityManager,
  exported: Exported,
  { format, language, address, now }: ExportOptions,
): Readable {
  const responses = responsesTable(db, exported, language);
  if (format === "csv") return csv(responses);
  const book = codebook(exported, responses, language);
  const about = readMe(exported, address, dayOf(now), language);
  if (format === "json") return json(definition(exported, address, now), { responses, codebook: book, about });
  if (format === "codebook.csv") return csv({ columns: book.columns, rows: after(responses.rows, book.rows) });
  return (format === "xlsx" ? xlsx : ods)([responses, book, about]);
}

/** A table that is read once another one was read to its end. */
async function* after<Row>(
  before: AsyncIterable<unknown> | Iterable<unknown>,
  rows: AsyncIterable<Row> | Iterable<Row>,
) {
  for await (const _ of before);
  yield* rows;
}

/** All that the file says of a question, in its order. */
const described = [
  "id",
  "code",
  "type",
  "label",
  "help",
  "rationale",
  "usedIn",
  "required",
  "visibility",
  "settings",
  "askedFrom",
  "retiredFrom",
  "retiredReason",
  "replacesId",
] as const;

/** The questionnaire as data: what was asked, in all its wordings. */
function definition({ questionnaire, sections, questions, wordings, begunOn }: Exported, address: string, now: Date) {
  const { slug, number, title, intro, opensAt, closesAt, revision, anonymous, repeatQuestionId } = questionnaire;
  return {
    format: "cahier-commun/responses",
    version: 1,
    exportedOn: dayOf(now),
    address,
    questionnaire: { slug, number, title, intro, opensAt, closesAt, revision, anonymous, repeatQuestionId },
    revisions: [...begunOn].map(([each, on]) => ({ revision: each, on })),
    sections: sections.map(({ id, title: name, intro: words }) => ({
      id,
      title: name,
      intro: words,
      questions: questions
        .filter(({ sectionId }) => sectionId === id)
        .map((question) => ({
          ...Object.fromEntries(described.map((column) => [column, question[column]])),
          wordings: wordings.get(question.id) ?? [],
        })),
    })),
  };
}
