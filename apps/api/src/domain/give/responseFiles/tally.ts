import { type Cell, type Column, mark, type Table } from "../../../platform/files/cell.ts";
import type { ExportedResponse } from "./export.queries.ts";
import type { QuestionColumns } from "./question.columns.ts";

/** Counts of the rows of a file, made as they pass: what the file says of itself is true of its contents. */
export interface Tally {
  rows: number;
  /** By question id. */
  questions: Map<string, { asked: number; answered: number; noOpinion: number }>;
  /** By column key: in how many rows an option was chosen, or ranked, or anything is written. */
  columns: Map<string, number>;
}

/** The table of responses, one a row, and what it came to once it is read to its end. */
export interface ResponsesTable extends Table {
  head: Column[];
  questions: QuestionColumns[];
  tally: Tally;
}

interface Parts {
  name: string;
  head: Column[];
  questions: QuestionColumns[];
  /** The cells of the head; null for a response that has no row. */
  begin(response: ExportedResponse): Cell[] | null;
  batches(): AsyncIterable<ExportedResponse[]>;
}

/** A table of responses that counts its rows as they pass. */
export function tallied({ name, head, questions, begin, batches }: Parts): ResponsesTable {
  const columns = [...head, ...questions.flatMap((one) => one.columns)];
  const counts = new Uint32Array(columns.length);
  const byQuestion = questions.map(() => ({ asked: 0, answered: 0, noOpinion: 0 }));
  let passed = 0;

  function* rowsOf(batch: ExportedResponse[]) {
    for (const response of batch) {
      const cells = begin(response);
      if (!cells) continue;
      for (let at = 0; at < questions.length; at++) {
        const found = questions[at]!.fill(response, cells);
        const count = byQuestion[at]!;
        if (found !== "NOT_ASKED") count.asked++;
        if (found === "ANSWERED" || found === "NO_OPINION") count.answered++;
        if (found === "NO_OPINION") count.noOpinion++;
      }
      for (let at = 0; at < cells.length; at++) {
        const cell = cells[at];
        if (cell !== null && cell !== 0 && cell !== mark.notAsked) counts[at]!++;
      }
      passed++;
      yield cells;
    }
  }

  return {
    name,
    head,
    questions,
    columns,
    rows: (async function* () {
      for await (const batch of batches()) yield [...rowsOf(batch)];
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
