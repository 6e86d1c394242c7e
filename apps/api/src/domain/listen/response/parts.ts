import { type Answers as AnswersGiven, otherKey } from "@cahier/schema/questionnaire/definition";
import type { AnswerVisibility, Appearance, SpeaksAs, TextStatus } from "../../../graphql/resolvers.generated.ts";
import { carriesContact } from "../../../platform/text/contact.ts";
import type { CompiledQuestionnaire } from "../questionnaire/definition.ts";
import type { Question } from "../questionnaire/questionnaire.entity.ts";

/** A text that somebody gave, as it becomes a contribution. */
export interface TextPart {
  questionId: string;
  questionRevision: number;
  body: string;
  status: TextStatus;
}

/** A closed answer, as it is stored. */
export interface AnswerPart {
  questionId: string;
  questionRevision: number;
  value: unknown;
  other: string | null;
}

/** Parts that the answers of one response become. */
export interface ResponseParts {
  questionnaireId: string;
  questionnaireRevision: number;
  repeatKey: string;
  organisationType: string | null;
  sectors: string[];
  status: "VISIBLE" | "UNPUBLISHED" | "HELD";
  texts: TextPart[];
  answers: AnswerPart[];
}

/** Sender, as they chose to appear. */
export interface Sender {
  appearance: Appearance;
  authorName: string | null;
  speaksAs: SpeaksAs;
  organisationName: string | null;
  organisationId: string | null;
  peopleCount: number | null;
}

type Named = Pick<Sender, "appearance" | "authorName"> & Partial<Sender>;

const nameIsHeld = ({ appearance, authorName, organisationName }: Named) =>
  carriesContact(authorName) || (appearance === "NAMED" && carriesContact(organisationName));

/** Status of a new text: one that carries a link or contact details waits. Pure. */
export function textStatus(sender: Named, visibility: AnswerVisibility, body: string): TextStatus {
  if (sender.appearance === "UNPUBLISHED" || visibility !== "PUBLIC") return "UNPUBLISHED";
  return nameIsHeld(sender) || carriesContact(body) ? "HELD" : "VISIBLE";
}

/** Of a text that nobody could read, whoever types it in writes this and nothing else. */
const illegible = /^(?:\[(?:illisible|illegible)\][\s.,;:…]*)+$/i;

/**
 * Sorts the answers of a response into what is counted and what can be cited. What could not be read is an answer, which
 * its author finds again, and no text. Pure.
 */
export function responseParts(
  { id, revision, definition, questions, sectorQuestions }: CompiledQuestionnaire,
  given: AnswersGiven,
  sender: Named,
): ResponseParts {
  const texts: TextPart[] = [];
  const answers: AnswerPart[] = [];
  let held = nameIsHeld(sender);
  for (const question of questions) {
    const value = given[question.id];
    if (value === undefined) continue;
    if (question.type === "LONG_TEXT" && !illegible.test(value as string)) {
      const body = value as string;
      held ||= carriesContact(body);
      const status = textStatus(sender, question.visibility, body);
      texts.push({ questionId: question.id, questionRevision: question.revision, body, status });
    } else {
      const other = (given[otherKey(question.id)] as string | undefined) ?? null;
      held ||= carriesContact(other) || (question.type === "SHORT_TEXT" && carriesContact(value as string));
      answers.push({ questionId: question.id, questionRevision: question.revision, value, other });
    }
  }
  const organisation = questions.find(({ type }) => type === "ORGANISATION_TYPE");
  const repeated = definition.repeatQuestionId && given[definition.repeatQuestionId];
  return {
    questionnaireId: id,
    questionnaireRevision: revision,
    repeatKey: typeof repeated === "string" ? repeated : "",
    organisationType: (organisation && (given[organisation.id] as string | undefined)) ?? null,
    sectors: sectorsIn(sectorQuestions, given),
    // A response read by the team alone does not wait for a moderator.
    status: sender.appearance === "UNPUBLISHED" ? "UNPUBLISHED" : held ? "HELD" : "VISIBLE",
    texts,
    answers,
  };
}

/** Sectors of a response, as its author chose them, each once. */
function sectorsIn(sectorQuestions: Question[], given: AnswersGiven): string[] {
  const chosen = sectorQuestions.flatMap(({ id }) => {
    const value = given[id];
    return typeof value === "string" ? [value] : Array.isArray(value) ? (value as string[]) : [];
  });
  return [...new Set(chosen)];
}
