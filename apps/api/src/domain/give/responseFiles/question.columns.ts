import { isObject } from "@cahier/schema/object";
import { holds } from "@cahier/schema/questionnaire/logic";
import { m } from "@cahier/schema/messages";
import { OTHER } from "@cahier/schema/questionnaire/definition";
import type { Language, TextStatus } from "../../../graphql/resolvers.generated.ts";
import type { QuestionSettings } from "../../listen/questionnaire/questionnaire.entity.ts";
import { type Cell, type Column, type Kind, mark } from "../../../platform/files/cell.ts";
import type { Exported, ExportedAnswer, ExportedQuestion, ExportedResponse, ExportedText } from "./export.queries.ts";

/** Answer to a question in a response: none, a closed answer or a text. */
interface AnswersGiven {
  response: ExportedResponse;
  answer: ExportedAnswer | undefined;
  text: ExportedText | undefined;
}

/** The columns of one question, and how a response fills them. */
export interface QuestionColumns {
  question: ExportedQuestion;
  columns: Column[];
  /** Adds the cells of a response; says whether the question was asked of it, and answered. */
  fill(response: ExportedResponse, cells: Cell[]): "ANSWERED" | "NO_OPINION" | "EMPTY" | "NOT_ASKED";
}

interface Filled {
  columns: Column[];
  cells(given: AnswersGiven): Cell[];
}

interface How {
  language: Language;
  /** Without the words that people wrote. */
  closed: boolean;
}

type Choice = NonNullable<QuestionSettings["options"]>[number];

/** The columns of a question as the team reads it; `closed`, without the words that people wrote. */
export function questionColumns(
  exported: Exported,
  question: ExportedQuestion,
  language: Language,
  { closed = false } = {},
): QuestionColumns {
  const { columns, cells } =
    question.visibility === "AGGREGATED" ? counted(question) : filled(exported, question, { language, closed });
  const reworded = (exported.wordings.get(question.id)?.length ?? 0) > 1;
  if (reworded)
    columns.push(column(question, "#revision", "number", m.export_of_revision(question, { locale: language })));
  const blanks = { asked: columns.map(() => null), notAsked: columns.map(() => mark.notAsked) };
  const isAsked = asking(exported, question);
  return {
    question,
    columns,
    fill(response, all) {
      const answer = response.answers?.[question.id];
      const text = response.texts?.[question.id];
      if (!answer && !text) {
        const asked = isAsked(response);
        all.push(...(asked ? blanks.asked : blanks.notAsked));
        return asked ? "EMPTY" : "NOT_ASKED";
      }
      all.push(...cells({ response, answer, text }));
      if (reworded) all.push((answer ?? text)![2]);
      const none = question.settings.noOpinionValue;
      return none !== undefined && saysNothing(answer?.[0], none) ? "NO_OPINION" : "ANSWERED";
    },
  };
}

const saysNothing = (value: unknown, none: string) =>
  value === none ||
  (Array.isArray(value) && value.length === 1 && value[0] === none) ||
  (isObject(value) && Object.values(value).every((one) => one === none));

const column = (question: ExportedQuestion, suffix: string, kind: Kind, label: string): Column => ({
  key: question.key + suffix,
  label,
  kind,
});

const named = ({ code, label }: ExportedQuestion, more = "") => `${code} ${label}${more && ` – ${more}`}`;

/** Makes the test of whether a question was asked of a response: at the revision it answers, by its conditions then. */
function asking({ asked }: Exported, { id }: ExportedQuestion): (response: ExportedResponse) => boolean {
  const at = new Map(
    [...asked].map(([revision, { sections }]) => [
      revision,
      sections.flatMap(({ questions }) => questions).find((one) => one.id === id),
    ]),
  );
  return ({ questionnaireRevision, answers, texts }) => {
    const then = at.get(questionnaireRevision);
    if (!then) return false;
    if (then.visibleIf == null) return true;
    return holds(then.visibleIf, (before) => answers?.[before]?.[0] ?? texts?.[before]?.[0]);
  };
}

/** An answer that is only counted exports as « answered », without its value. */
const counted = (question: ExportedQuestion): Filled => ({
  columns: [column(question, "", "code", named(question))],
  cells: () => [mark.answered],
});

function filled(exported: Exported, question: ExportedQuestion, how: How): Filled {
  const one = (kind: Kind, cell: (given: AnswersGiven) => Cell): Filled => ({
    columns: [column(question, "", kind, named(question))],
    cells: (given) => [cell(given)],
  });
  const value = ({ answer }: AnswersGiven) => answer?.[0];
  const none = question.settings.noOpinionValue;
  switch (question.type) {
    case "LONG_TEXT":
      return {
        columns: [
          column(question, "", "words", named(question)),
          column(question, "#status", "code", m.export_of_status(question, { locale: how.language })),
        ],
        cells: ({ text }) => [readable(text), text ? writtenAs(text[1]) : null],
      };
    case "SHORT_TEXT":
      return one("words", (given) => ownWords(given, value(given) as string));
    case "RATING":
    case "NUMBER":
      return one("number", (given) => (value(given) === none ? mark.noOpinion : (value(given) as number)));
    case "DATE":
      return one("day", (given) => value(given) as string);
    case "TERRITORY":
      return one("code", ({ response }) => placeKey(exported, response));
    case "MATRIX":
      return matrix(exported, question);
    case "RANKING":
      return ranking(exported, question);
    case "MULTIPLE_CHOICE":
      return choices(exported, question, how);
    default:
      return choice(exported, question, how);
  }
}

/** Answers the words that the team reads; null while they wait for a moderator, or once hidden or withdrawn. */
const readable = (text: ExportedText | undefined) =>
  text && (text[1] === "VISIBLE" || text[1] === "UNPUBLISHED") ? text[0] : null;

/** Files say PUBLISHED of a text that shows, as they always did: what reads them goes on reading them. */
const writtenAs = (status: TextStatus) => (status === "VISIBLE" ? "PUBLISHED" : status);

/** Words of a closed answer wait with their response; those that were quoted are a text too, and are hidden with it. */
function ownWords({ response, text }: AnswersGiven, words: string | null | undefined): Cell {
  if (words == null) return null;
  return response.status === "HELD" || (text && readable(text) === null) ? mark.withheld : words;
}

/** « DEPARTMENT:29 » of who appears under a name; of the others the region, and nothing nearer. */
function placeKey({ places }: Exported, response: ExportedResponse): string | null {
  const place = places.get(tellsMore(response) ? response.territoryId : (response.regionId ?? ""));
  return place ? `${place.kind}:${place.code}` : null;
}

/** True if the file may tell a place nearer than the region of the response. */
export const tellsMore = ({ appearance }: ExportedResponse) => appearance === "NAMED";

/** Everything that could ever be chosen, in the order of today, with its words of today; and what each wording offered. */
function everOffered({ wordings }: Exported, { id, settings }: ExportedQuestion, list: "options" | "rows") {
  const all = new Map<string, Choice>();
  const offered = new Map<number, Set<string>>();
  const before = wordings.get(id) ?? [];
  const lists = [settings[list] ?? [], ...before.map((wording) => wording.settings[list] ?? []).toReversed()];
  for (const one of lists.flat()) if (!all.has(one.value)) all.set(one.value, one);
  for (const wording of before) {
    const then: Choice[] = wording.settings[list] ?? [];
    offered.set(wording.revision, new Set(then.filter(({ retired }) => !retired).map(({ value }) => value)));
  }
  const wasOffered = (value: string, wording: number) => offered.get(wording)?.has(value) ?? true;
  return { all: [...all.values()], wasOffered };
}

function choices(exported: Exported, question: ExportedQuestion, how: How): Filled {
  const { all, wasOffered } = everOffered(exported, question, "options");
  const columns = all.map(({ value, label }) => column(question, `:${value}`, "number", named(question, label)));
  const other = otherOf(exported, question, how);
  return {
    columns: [...columns, ...other.columns],
    cells: (given) => {
      const [value, , wording] = given.answer!;
      const chosen = value as string[];
      const cells = all.map((option) =>
        chosen.includes(option.value) ? 1 : wasOffered(option.value, wording) ? 0 : mark.notAsked,
      );
      return [...cells, ...other.cells(given)];
    },
  };
}

function choice(exported: Exported, question: ExportedQuestion, how: How): Filled {
  const { all } = everOffered(exported, question, "options");
  const today = new Map(all.map(({ value, label }) => [value, label]));
  const then = new Map(
    exported.wordings
      .get(question.id)
      ?.map(({ revision, settings }) => [revision, new Map(settings.options?.map((it) => [it.value, it.label]))]),
  );
  const columns = [
    column(question, "", "code", named(question)),
    column(question, "#label", "words", m.export_of_label(question, { locale: how.language })),
  ];
  const other = otherOf(exported, question, how);
  return {
    columns: [...columns, ...other.columns],
    cells: (given) => {
      const [value, , wording] = given.answer!;
      const chosen = value as string;
      const label = then.get(wording)?.get(chosen) ?? today.get(chosen) ?? chosen;
      const said = chosen === question.settings.noOpinionValue ? mark.noOpinion : chosen;
      return [said, label, ...other.cells(given)];
    },
  };
}

/** The column of one's own words, where the question has ever offered « other »; none in a closed file. */
function otherOf(exported: Exported, question: ExportedQuestion, { language, closed }: How): Filled {
  if (closed || !hasOther(exported, question)) return { columns: [], cells: () => [] };
  return {
    columns: [column(question, "#other", "words", m.export_of_other(question, { locale: language }))],
    cells: (given) => [ownWords(given, given.answer![1])],
  };
}

const hasOther = ({ wordings }: Exported, { id, settings }: ExportedQuestion) =>
  [settings, ...(wordings.get(id) ?? []).map((wording) => wording.settings)].some(
    ({ allowOther, options }) => allowOther && options?.some(({ value }) => value === OTHER),
  );

function ranking(exported: Exported, question: ExportedQuestion): Filled {
  const { all, wasOffered } = everOffered(exported, question, "options");
  const none = question.settings.noOpinionValue;
  return {
    columns: all.map(({ value, label }) => column(question, `:${value}`, "number", named(question, label))),
    cells: ({ answer }) => {
      const [value, , wording] = answer!;
      const ranked = value as string[];
      if (none !== undefined && ranked[0] === none) return all.map(() => mark.noOpinion);
      return all.map((option) => {
        const rank = ranked.indexOf(option.value);
        return rank >= 0 ? rank + 1 : wasOffered(option.value, wording) ? null : mark.notAsked;
      });
    },
  };
}

function matrix(exported: Exported, question: ExportedQuestion): Filled {
  const { all, wasOffered } = everOffered(exported, question, "rows");
  const { noOpinionValue: none, scale = [] } = question.settings;
  const isNumber = scale.every(({ value }) => value === none || /^\d+(\.\d+)?$/.test(value));
  const kind = isNumber ? "number" : "code";
  return {
    columns: all.map(({ value, label }) => column(question, `:${value}`, kind, named(question, label))),
    cells: ({ answer }) => {
      const [value, , wording] = answer!;
      const cells = value as Record<string, string>;
      return all.map((row) => {
        const chosen = cells[row.value];
        if (chosen === undefined) return wasOffered(row.value, wording) ? null : mark.notAsked;
        if (chosen === none) return mark.noOpinion;
        return isNumber && /^\d+(\.\d+)?$/.test(chosen) ? Number(chosen) : chosen;
      });
    },
  };
}
