/**
 * A condition added after an answer hides the question, and keeps the answer when its author changes another one
 * (`unseen`). Answers hidden by that change itself are dropped, and the review says so before.
 */
import {
  type Answers,
  type AnswerValue,
  type Definition,
  longest,
  OTHER,
  otherKey,
  type Question,
  questionsOf,
} from "./definition.ts";
import { holds, isAnswered } from "./logic.ts";
import { type CheckCode, type Reader, readerOf, readText } from "./read.ts";

export type { CheckCode } from "./read.ts";

/** A rule that the answers broke: a `Problem` of the API as it stands. */
export type CheckProblem = {
  code: CheckCode;
  /** The id of the question, or its `otherKey`; null when it is the whole response. */
  field: string | null;
  /** The bound that was not kept, where there is one. */
  value: string | null;
};

/** Result of a checker. */
export type Checked = {
  /** The answers to keep: trimmed, NFC, without blank, refused or hidden ones. */
  answers: Answers;
  /** In the order of the questions. The response is refused when there is one. */
  problems: CheckProblem[];
  /** The keys of the answers left out because their question is hidden, or « other » not chosen. */
  stripped: string[];
};

/** Manner of a check: a draft need not be complete; on paper, « other » may stand without words. */
export type How = { draft?: boolean; paper?: boolean };

/** Reads the answers of one response, of any shape. */
export type Checker = (answers: unknown, how?: How) => Checked;

/** Facts outside the definition. */
export type Surroundings = {
  /** The territories that exist, as `kind:code`. Without them, only the form of the answer is checked. */
  territories?: ReadonlySet<string>;
};

const isOther = (value: AnswerValue | undefined) => value === OTHER || (Array.isArray(value) && value.includes(OTHER));

/** Rule broken by a question left without an answer; null when none is needed. */
function missing(question: Question, definition: Definition): CheckCode | null {
  if (question.type === "TERRITORY") return "TERRITORY_REQUIRED";
  if (question.id === definition.repeatQuestionId) return "REPEAT_KEY_REQUIRED";
  return question.required ? "REQUIRED" : null;
}

/** Turns a questionnaire into the function that checks its answers, the same in the browser and in the API. */
export function compile(definition: Definition, { territories }: Surroundings = {}): Checker {
  const readers: { question: Question; read: Reader; readOther: Reader | null; missing: CheckCode | null }[] = [];
  const keys = new Set<string>();
  for (const question of questionsOf(definition)) {
    const read = readerOf(question, territories);
    if (!read) continue;
    const readOther = question.allowOther ? readText(question.maxLength ?? longest.OTHER) : null;
    readers.push({ question, read, readOther, missing: missing(question, definition) });
    keys.add(question.id);
    if (readOther) keys.add(otherKey(question.id));
  }

  return (received, { draft = false, paper = false } = {}) => {
    const answers: Record<string, AnswerValue> = {};
    const problems: CheckProblem[] = [];
    const stripped: string[] = [];
    const found = { answers, problems, stripped };
    const refuse = (code: CheckCode, field: string | null, value?: string | number) => {
      problems.push({ code, field, value: value === undefined ? null : String(value) });
      return undefined;
    };
    if (typeof received !== "object" || received === null || Array.isArray(received)) {
      refuse("WRONG_KIND", null);
      return found;
    }
    const raw = received as Record<string, unknown>;
    const names = Object.keys(raw);
    if (names.length > 2 * keys.size + 16) {
      refuse("TOO_LARGE", null);
      return found;
    }
    const valueOf = (key: string) => (Object.hasOwn(raw, key) && raw[key] !== "" ? (raw[key] ?? undefined) : undefined);
    const answerTo = (before: string) => (Object.hasOwn(answers, before) ? answers[before] : undefined);
    const take = (key: string, read: Reader) => {
      const value = valueOf(key);
      if (value === undefined) return undefined;
      const kept = read(value, (code, bound) => refuse(code, key, bound), draft);
      if (kept !== undefined) answers[key] = kept;
      return kept;
    };
    const strip = (key: string) => {
      if (isAnswered(valueOf(key))) stripped.push(key);
    };

    for (const { question, read, readOther, missing: needed } of readers) {
      const { id, visibleIf } = question;
      const other = otherKey(id);
      if (visibleIf != null && !holds(visibleIf, answerTo)) {
        strip(id);
        if (readOther) strip(other);
        continue;
      }
      const problemsBefore = problems.length;
      const kept = take(id, read);
      const refused = problems.length > problemsBefore;
      if (needed && kept === undefined && !refused && !draft) refuse(needed, id);
      if (!readOther) continue;
      if (!isOther(kept) && !refused) {
        strip(other);
        continue;
      }
      const before = problems.length;
      const said = take(other, readOther);
      const silent = isOther(kept) && said === undefined && problems.length === before;
      if (silent && !draft && !paper) refuse("REQUIRED", other);
    }
    for (const name of names) if (!keys.has(name)) refuse("UNKNOWN_QUESTION", name.slice(0, 64).toWellFormed());

    const says = readers.some(({ question: { id, type } }) => {
      const counts = type !== "TERRITORY" && id !== definition.repeatQuestionId;
      return counts && (Object.hasOwn(answers, id) || problems.some((problem) => problem.field === id));
    });
    if (!draft && !says) refuse("ANSWER_REQUIRED", null);
    return found;
  };
}

/**
 * Keys of the answers of a response hidden both before and after its change, because a condition came later. They
 * stay: the author was not shown their questions.
 */
export function unseen(check: Checker, received: Readonly<Record<string, unknown>>, before: Answers): string[] {
  const hidden = check({ ...before }, { draft: true }).stripped;
  if (hidden.length === 0) return hidden;
  const all = { ...received, ...Object.fromEntries(hidden.map((key) => [key, before[key]])) };
  const { stripped } = check(all, { draft: true });
  return hidden.filter((key) => stripped.includes(key));
}
