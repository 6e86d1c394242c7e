import { m } from "@cahier/schema/messages";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import type { Cell, Column, Table } from "../../../platform/files/cell.ts";
import { toldOf } from "../responseFiles/codebook.ts";
import type { Exported, ExportedQuestion } from "../responseFiles/export.queries.ts";
import type { Absent } from "./open.policy.ts";
import type { TextCount } from "./open.queries.ts";
import type { ResponsesTable } from "../responseFiles/tally.ts";

/** Counts, in the archive and outside it. */
export interface Figures {
  responses: number;
  /** Of them from paper, of individuals and structures; and of groups and meetings: as pages count them. */
  paper: number;
  groups: number;
  unpublished: number;
  held: number;
  withdrawn: number;
  setAside: number;
  rows: number;
  leftOut: number;
  contributions: number;
  textsNotPublished: number;
}

/** The same as a table. */
export function figuresTable(figures: Figures, locale: Language): Pick<Table, "columns" | "rows"> {
  const labels: Record<keyof Figures, string> = {
    responses: m.export_about_counted({}, { locale }),
    paper: m.export_figure_paper({}, { locale }),
    groups: m.export_figure_groups({}, { locale }),
    unpublished: m.export_about_unpublished({}, { locale }),
    held: m.export_about_held({}, { locale }),
    withdrawn: m.export_about_withdrawn({}, { locale }),
    setAside: m.export_about_setAside({}, { locale }),
    rows: m.export_figure_rows({}, { locale }),
    leftOut: m.export_figure_leftOut({}, { locale }),
    contributions: m.export_figure_contributions({}, { locale }),
    textsNotPublished: m.export_figure_textsNotPublished({}, { locale }),
  };
  return {
    columns: [
      { key: "figure", kind: "code", label: "" },
      { key: "label", kind: "words", label: "" },
      { key: "count", kind: "number", label: "" },
    ],
    rows: [Object.entries(labels).map(([key, label]) => [key, label, figures[key as keyof Figures]])],
  };
}

/** Tables and questions that the dictionary describes. */
export interface Described {
  responses: ResponsesTable;
  contributions: Table;
  words: ExportedQuestion[];
  absent: Map<ExportedQuestion, Absent>;
  texts: TextCount[];
  language: Language;
}

const dictionaryKeys = [
  "file",
  "key",
  "label",
  "question",
  "type",
  "visibility",
  "values",
  "wordings",
  "askedFrom",
  "retired",
  "replaces",
  "replacedBy",
  "asked",
  "answered",
  "noOpinion",
  "notPublished",
  "absent",
] as const;

/** Dictionary: meaning of each column of the other files, and the questions that have none, with the reason. */
export function dictionary(exported: Exported, described: Described): Pick<Table, "columns" | "rows"> {
  const numbers = new Set<string>(["asked", "answered", "noOpinion", "notPublished"]);
  return {
    columns: dictionaryKeys.map((key): Column => ({ key, kind: numbers.has(key) ? "number" : "words", label: "" })),
    rows: (function* () {
      yield entries(exported, described).map((entry) => dictionaryKeys.map((key) => entry[key] ?? null));
    })(),
  };
}

type Entry = Partial<Record<(typeof dictionaryKeys)[number], Cell>>;

function entries(exported: Exported, { responses, contributions, words, absent, texts, language }: Described): Entry[] {
  const locale = language;
  const { questions, tally } = responses;
  const why: Record<Absent, string> = {
    TEAM: m.export_absent_TEAM({}, { locale }),
    AGGREGATED: m.export_absent_AGGREGATED({}, { locale }),
    WORDS: m.export_absent_WORDS({}, { locale }),
    BESIDE: m.export_absent_BESIDE({}, { locale }),
    CHANGED: m.export_absent_CHANGED({}, { locale }),
    PRECISE: m.export_absent_PRECISE({}, { locale }),
    NOT_SHOWN: m.export_absent_NOT_SHOWN({}, { locale }),
  };
  const counted = new Map(texts.map((one) => [one.questionId, one]));
  return [
    ...questions.flatMap(({ question, columns }) =>
      columns.map(({ key, label }): Entry => ({
        file: "responses.csv",
        key,
        label,
        ...toldOf(exported, question, locale),
        ...tally.questions.get(question.id),
      })),
    ),
    ...contributions.columns.map(({ key, label }): Entry => ({ file: "contributions.csv", key, label })),
    ...words.map((question): Entry => ({
      file: "contributions.csv",
      key: question.key,
      label: `${question.code} ${question.label}`,
      ...toldOf(exported, question, locale),
      answered: counted.get(question.id)?.published ?? 0,
      notPublished: counted.get(question.id)?.rest ?? 0,
    })),
    ...[...absent].map(([question, reason]): Entry => ({
      key: question.key,
      label: `${question.code} ${question.label}`,
      ...toldOf(exported, question, locale),
      absent: why[reason],
    })),
  ];
}
