import { isDay } from "@cahier/schema/calendar/days";
import { mostPeople } from "@cahier/schema/limits";
import type { CheckCode } from "@cahier/schema/questionnaire/check";
import type { Definition, Question } from "@cahier/schema/questionnaire/definition";
import { type AnswerValue, otherKey, questionsOf } from "@cahier/schema/questionnaire/definition";
import { readTyped } from "@cahier/schema/questionnaire/printed";
import { codeTyped, placeTyped } from "@cahier/schema/text/code";
import type { Problem } from "../../ui/problems.ts";
import type { Written } from "./unsent.ts";

/** Names of the fields beside the questions. */
export type HeadName =
  | "code"
  | "batch"
  | "receivedOn"
  | "collectedBy"
  | "appearance"
  | "speaks"
  | "followUpEmail"
  | "meetingId"
  | "place"
  | "heldOn"
  | "peopleCount"
  | "anotherSheet"
  | "entryId";

type Head = Partial<Record<HeadName, string>>;

/** Names of the territories that can be typed, by their key. */
type Territories = ReadonlyMap<string, string>;

/** Reads the typed marks as answers, for the checker of answers; an unreadable one is a problem of its own. */
export function answersOf(definition: Definition, typed: Written["typed"], today: string, territories: Territories) {
  const answers: Record<string, AnswerValue> = {};
  const problems: Problem[] = [];
  for (const question of questionsOf(definition)) {
    const { value, other, problem } = readTyped(question, typed[question.id] ?? "", today, territories);
    if (problem) problems.push(unreadable(question, problem));
    if (value !== undefined) answers[question.id] = value;
    if (other !== undefined) answers[otherKey(question.id)] = other;
  }
  return { answers, problems };
}

/** Message about marks that cannot be read: their greatest number, one a row or one, or the bounds that they lie between. */
export function unreadable({ id, type, rows, min, max }: Question, code: CheckCode): Problem {
  const most = String(type === "MATRIX" ? rows.length : 1);
  const bounds = min === null && max === null ? null : `${min ?? ""}–${max ?? ""}`;
  return { code, field: id, value: code === "TOO_MANY_CHOICES" ? most : bounds };
}

/** « 1 Jeanne », « 2 », « 3 »: under a name, without one, not published. Nothing typed is nothing chosen. */
export function appearanceOf(typed = "") {
  const [, mark, name] = /^\s*([123])\s*(.*)$/s.exec(typed) ?? [];
  if (!mark) return { appearance: null, authorName: null };
  const appearance = ({ 1: "NAMED", 2: "ANONYMOUS", 3: "UNPUBLISHED" } as const)[Number(mark) as 1 | 2 | 3];
  return { appearance, authorName: appearance === "NAMED" && name ? name : null };
}

/** « 12 », « 12 Le jardin », « Le jardin »: a group by its number, a structure by its name. */
export function speaksOf(typed = "") {
  const [, count, name] = /^(\d*)(.*)$/s.exec(typed.trim())!;
  return { peopleCount: count ? Number(count) : null, organisationName: name!.trim() || null };
}

/** Fewest and most people of a group, as the API counts them. */
const groupOf = [2, mostPeople] as const;

/** True of a number of people that is no group’s: « 1 », as whoever ticks the first square of the paper types it. */
export const isNoGroup = (count: number | null) => count !== null && (count < groupOf[0] || count > groupOf[1]);

/** « 20/6 » or « 2012-06-20 » as a day; what is none is left to be refused. */
export function dayOf(typed = "", today: string) {
  const { value } = readTyped({ ...noBounds, type: "DATE" }, typed, today);
  return typeof value === "string" ? value : typed.trim();
}

const noBounds = {
  options: [],
  rows: [],
  scale: [],
  min: null,
  max: null,
  wholeNumbers: false,
  minLabel: null,
  maxLabel: null,
  noOpinionValue: null,
  allowOther: false,
} as const;

interface About {
  key: string;
  questionnaireId: string;
  definition: Definition;
  territories: Territories;
  today: string;
}

/** Builds the input of the mutation of its kind. */
export function inputOf(
  { kind, typed, head: raw, revision }: Written,
  { key, questionnaireId, definition, territories, today }: About,
): Record<string, unknown> {
  const head = raw as Head;
  const { answers } = answersOf(definition, typed, today, territories);
  const given = Object.entries(answers).map(([questionId, value]) => ({ questionId, value }));
  if (kind === "AGAIN") return { entryId: head.entryId, answers: given };
  const common = {
    key,
    questionnaireId,
    answers: given,
    ...appearanceOf(head.appearance),
    collectedBy: head.collectedBy?.trim() || null,
  };
  if (kind === "MEETING")
    return {
      ...common,
      meetingId: head.meetingId || null,
      ...(!head.meetingId && { place: head.place?.trim() || null, heldOn: dayOf(head.heldOn, today) || null }),
      peopleCount: Number((head.peopleCount ?? "").replace(",", ".")) || null,
    };
  return {
    ...common,
    questionnaireRevision: revision,
    code: head.code?.trim() || null,
    anotherSheet: head.anotherSheet === "1",
    batch: head.batch?.trim() || null,
    receivedOn: dayOf(head.receivedOn, today),
    followUpEmail: head.followUpEmail?.trim() || null,
    ...speaksOf(head.speaks),
  };
}

/** Under which row of the grid a problem of the API is shown. */
export function rowOf(field: string | null, kind: Written["kind"]): string | null {
  if (field === "authorName") return "appearance";
  if (field === "organisationName" || (field === "peopleCount" && kind === "SHEET")) return "speaks";
  return field?.replace(/-other$/, "") ?? null;
}

/** True if a sheet may bear it, or bears none: what is certainly mistyped is not sent. */
const isCode = (typed = "") => placeTyped(typed) !== null || ["NONE", "WHOLE"].includes(codeTyped(typed).state);

/** True if what was typed as a day is one of the calendar: « 32/13 » is none. */
export const isDayTyped = (typed: string | undefined, today: string) => isDay(dayOf(typed, today));

/** Problems found before anything is sent: those of the API that can be checked here. */
export function headProblems({ kind, head: raw }: Written, today: string): Problem[] {
  if (kind === "AGAIN") return [];
  const head = raw as Head;
  const problems: Problem[] = [];
  const { appearance, authorName } = appearanceOf(head.appearance);
  if (kind === "SHEET" && !isCode(head.code)) problems.push({ code: "UNKNOWN_RECEIPT", field: "code" });
  if (kind === "SHEET" && !isDayTyped(head.receivedOn, today))
    problems.push({ code: "NOT_A_DATE", field: "receivedOn" });
  if (kind === "MEETING" && !head.meetingId) {
    if (!head.place?.trim()) problems.push({ code: "REQUIRED", field: "place" });
    if (!isDayTyped(head.heldOn, today)) problems.push({ code: "NOT_A_DATE", field: "heldOn" });
  }
  if (kind === "MEETING" && !/^\s*\d+\s*$/.test(head.peopleCount ?? ""))
    problems.push({ code: "COUNT_REQUIRED", field: "peopleCount" });
  const counted = kind === "SHEET" ? speaksOf(head.speaks).peopleCount : Number(head.peopleCount);
  if (isNoGroup(counted)) problems.push({ code: "OUT_OF_RANGE", field: "peopleCount", value: groupOf.join("–") });
  if (!appearance) problems.push({ code: "APPEARANCE_REQUIRED", field: "appearance" });
  else if (appearance === "NAMED" && !authorName) problems.push({ code: "NAME_REQUIRED", field: "appearance" });
  return problems;
}
