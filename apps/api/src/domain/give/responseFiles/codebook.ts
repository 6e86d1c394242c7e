import { m } from "@cahier/schema/messages";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import type { Question } from "../../listen/questionnaire/questionnaire.entity.ts";
import { type Cell, type Kind, mark, type Table } from "../../../platform/files/cell.ts";
import type { Exported, ExportedQuestion } from "./export.queries.ts";
import type { ResponsesTable } from "./tally.ts";

const columns = {
  key: ["code", m.export_book_key],
  label: ["words", m.export_book_label],
  kind: ["code", m.export_book_kind],
  question: ["words", m.export_book_question],
  questionId: ["code", m.export_book_questionId],
  part: ["words", m.export_book_part],
  type: ["code", m.export_book_type],
  visibility: ["code", m.export_book_visibility],
  values: ["words", m.export_book_values],
  wordings: ["words", m.export_book_wordings],
  askedFrom: ["words", m.export_book_askedFrom],
  retired: ["words", m.export_book_retired],
  replaces: ["words", m.export_book_replaces],
  replacedBy: ["words", m.export_book_replacedBy],
  asked: ["number", m.export_book_asked],
  answered: ["number", m.export_book_answered],
  noOpinion: ["number", m.export_book_noOpinion],
  filled: ["number", m.export_book_filled],
} as const satisfies Record<string, [Kind, unknown]>;

/** Entry of the codebook: one column of a file. */
export type Entry = Partial<Record<keyof typeof columns, Cell>>;

/** Codebook: meaning and counts of each column; read after the rows, since it counts them. */
export function codebook(exported: Exported, responses: ResponsesTable, locale: Language): Table {
  const keys = Object.keys(columns) as (keyof typeof columns)[];
  return {
    name: m.export_codebook({}, { locale }),
    columns: keys.map((key) => ({ key, kind: columns[key][0], label: columns[key][1]({}, { locale }) })),
    rows: (function* () {
      yield entries(exported, responses, locale).map((entry) => keys.map((key) => entry[key] ?? null));
    })(),
  };
}

function entries(exported: Exported, { head, questions, tally }: ResponsesTable, locale: Language): Entry[] {
  const all: Entry[] = head.map(({ key, label, kind }) => {
    const filled = tally.columns.get(key)!;
    return { key, label, kind, values: headValues(key, locale), asked: tally.rows, answered: filled, filled };
  });
  for (const { question, columns: own } of questions) {
    const told = { ...toldOf(exported, question, locale), ...tally.questions.get(question.id) };
    for (const { key, label, kind } of own) all.push({ key, label, kind, ...told, filled: tally.columns.get(key)! });
  }
  return all;
}

/** Part of an entry that all the columns of a question share. */
export function toldOf(exported: Exported, question: ExportedQuestion, locale: Language): Entry {
  const { sections, questions, wordings, begunOn } = exported;
  const at = (revision: number) => m.export_at({ revision, day: begunOn.get(revision) ?? "" }, { locale }).trim();
  const replaced = questions.find(({ id }) => id === question.replacesId);
  const replacing = questions.find(({ replacesId }) => replacesId === question.id);
  const before = wordings.get(question.id) ?? [];
  return {
    question: `${question.code} ${question.label}`,
    questionId: question.id,
    part: sections.find(({ id }) => id === question.sectionId)?.title ?? null,
    type: question.type,
    visibility: question.visibility,
    values: valuesOf(question, locale),
    wordings: before
      .map(({ revision, madeOn, label, reason }) => `${revision} (${madeOn}) ${label}${reason ? ` — ${reason}` : ""}`)
      .join("\n"),
    askedFrom: at(question.askedFrom),
    retired:
      question.retiredFrom === null
        ? null
        : `${at(question.retiredFrom)}${question.retiredReason ? ` — ${question.retiredReason}` : ""}`,
    replaces: replaced?.key ?? null,
    replacedBy: replacing?.key ?? null,
  };
}

/** « FOOD = L’alimentation », a line a value; what is no longer offered says so. */
function valuesOf({ type, visibility, settings }: Question, locale: Language): string {
  const { options = [], rows = [], scale = [], noOpinionValue, min, max, minLabel, maxLabel } = settings;
  const line = (value: string | number, label: string, retired = false) =>
    `${value} = ${label}${retired ? ` (${m.export_no_longer({}, { locale })})` : ""}`;
  const lines = [...options, ...scale].map((it: { value: string; label: string; retired?: boolean }) =>
    line(it.value === noOpinionValue && type !== "MULTIPLE_CHOICE" ? mark.noOpinion : it.value, it.label, it.retired),
  );
  lines.push(...rows.map(({ value, label }) => line(`:${value}`, label)));
  if (min !== undefined || max !== undefined) lines.push(`${min ?? ""}–${max ?? ""}`);
  if (minLabel && min !== undefined) lines.push(line(min, minLabel));
  if (maxLabel && max !== undefined) lines.push(line(max, maxLabel));
  if (type === "MULTIPLE_CHOICE") lines.push(m.export_values_multiple({}, { locale }));
  if (type === "RANKING") lines.push(m.export_values_ranking({}, { locale }));
  if (visibility === "AGGREGATED") lines.push(m.export_values_counted({}, { locale }));
  return lines.join("\n");
}

function headValues(key: string, locale: Language): string | null {
  const lists: Record<string, [string, string][]> = {
    channel: [
      ["ONLINE", m.vocabulary_channel_ONLINE({}, { locale })],
      ["PAPER", m.vocabulary_channel_PAPER({}, { locale })],
      ["LOCAL_MEETING", m.vocabulary_channel_LOCAL_MEETING({}, { locale })],
      ["EMAIL", m.vocabulary_channel_EMAIL({}, { locale })],
    ],
    speaksAs: [
      ["INDIVIDUAL", m.export_speaksAs_INDIVIDUAL({}, { locale })],
      ["ORGANISATION", m.export_speaksAs_ORGANISATION({}, { locale })],
      ["GROUP", m.export_speaksAs_GROUP({}, { locale })],
    ],
    appearance: [
      ["NAMED", m.export_appearance_NAMED({}, { locale })],
      ["ANONYMOUS", m.export_appearance_ANONYMOUS({}, { locale })],
      ["UNPUBLISHED", m.export_appearance_UNPUBLISHED({}, { locale })],
    ],
    status: [
      ["SUBMITTED", m.export_status_SUBMITTED({}, { locale })],
      ["HELD", m.export_status_HELD({}, { locale })],
    ],
  };
  return lists[key]?.map(([value, label]) => `${value} = ${label}`).join("\n") ?? null;
}

/** Sheet to read first: contents of the file, what it leaves out, and the meaning of its marks. */
export function readMe({ questionnaire, counts }: Exported, address: string, day: string, locale: Language): Table {
  const rows: [label: string, text: Cell][] = [
    [m.export_about_title({}, { locale }), questionnaire.title],
    [m.export_about_address({}, { locale }), address],
    [m.export_about_day({}, { locale }), day],
    [m.export_about_revision({}, { locale }), questionnaire.revision],
    [m.export_about_counted({}, { locale }), counts.submitted + counts.held],
    [m.export_about_unpublished({}, { locale }), counts.unpublished],
    [m.export_about_held({}, { locale }), counts.held],
    [m.export_about_withdrawn({}, { locale }), counts.withdrawn],
    [m.export_about_setAside({}, { locale }), counts.setAside],
    [m.export_about_empty({}, { locale }), m.export_about_empty_text({}, { locale })],
    [mark.notAsked, m.export_mark_notAsked({}, { locale })],
    [mark.noOpinion, m.export_mark_noOpinion({}, { locale })],
    [mark.answered, m.export_mark_answered({}, { locale })],
    [mark.withheld, m.export_mark_withheld({}, { locale })],
    [m.export_about_consent({}, { locale }), m.export_about_consent_text({}, { locale })],
    [m.export_about_groups({}, { locale }), m.export_about_groups_text({}, { locale })],
    [m.export_about_order({}, { locale }), m.export_about_order_text({}, { locale })],
  ];
  return {
    name: m.export_about({}, { locale }),
    columns: [
      { key: "about", kind: "words", label: m.export_about_what({}, { locale }) },
      { key: "text", kind: "words", label: m.export_about_says({}, { locale }) },
    ],
    rows: [rows],
  };
}
