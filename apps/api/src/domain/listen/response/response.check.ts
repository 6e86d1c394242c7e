import { isObject } from "@cahier/schema/object";
import { createHash } from "node:crypto";
import { limits, mostPeople } from "@cahier/schema/limits";
import { type How, unseen } from "@cahier/schema/questionnaire/check";
import type { Answers as AnswersGiven } from "@cahier/schema/questionnaire/definition";
import type { EntityManager } from "typeorm";
import type { AnswerInput, Appearance, ReviewMode, SpeaksAs } from "../../../graphql/resolvers.generated.ts";
import { noted, type ProblemFound, Refusal } from "../../../platform/refusal.ts";
import { cachedAt } from "../../../platform/data/reference.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { refuseReserved } from "../../../platform/reserved.ts";
import { givenLine, givenText, isEmail, isId } from "../../../platform/text/text.ts";
import { isOpened } from "../../ground/group/group.sql.ts";
import { reviewOf } from "../../ground/moderation/review.ts";
import type { Spoken } from "../../ground/organisation/organisation.voice.ts";
import { type CompiledQuestionnaire, definitionOf } from "../questionnaire/definition.ts";
import type { Sender } from "./parts.ts";
import { type TerritoryAnswered, territoryAnswered } from "./response.writes.ts";

/** A questionnaire that is being answered, locked. */
interface HeldQuestionnaire {
  groupId: string;
  /** Fields that moderators read before the response appears. */
  review: ReviewMode;
  /** True if it promised to keep nobody's name. */
  anonymous: boolean;
  /** The end of the database at which it was read. */
  end: string;
}

/** A questionnaire as it was on the page that was answered. */
export type Answered = CompiledQuestionnaire & HeldQuestionnaire;

/**
 * Questionnaire as on the page answered; locked, so that no question changes while the answers are written. One that nobody
 * could read is not there: what it refuses would tell its questions.
 */
export async function questionnaireAnswered(
  db: EntityManager,
  id: string,
  revision: number | null | undefined,
  day: string,
): Promise<Answered | null> {
  if (!isId(id)) return null;
  // The end is read once the lock is held: what is kept at this end is what stands.
  const locked = `with held as materialized (
      select anonymous, objective_id, slug from questionnaire q where id = $1 and q.published_at <= clock_timestamp()
        and ${isOpened("(select o.group_id from objective o where o.id = q.objective_id)")} for share of q),
      x as (select anonymous, (select group_id from objective where id = objective_id), '/questionnaires/' || slug as path from held)
    select anonymous, group_id as "groupId", ${reviewOf("x", "$2")} as review, database_end() as "end" from x`;
  const [held] = await prepared<HeldQuestionnaire>(db, "response: questionnaire", locked, [id, day]);
  if (!held) return null;
  const name = `response: questionnaire ${id} ${revision ?? ""}`;
  const questionnaire = await cachedAt(db, held.end, name, () => definitionOf(db, id, revision));
  return questionnaire && { ...questionnaire, ...held };
}

/** Input of a response, sent or changed. */
interface Said {
  answers: AnswerInput[];
  appearance?: Appearance | null;
  authorName?: string | null;
  followUpEmail?: string | null;
  speaksAs?: SpeaksAs | null;
  organisationName?: string | null;
  /** The organisation it is written for, which was found to be its author's. */
  organisationId?: string | null;
  peopleCount?: number | null;
}

interface Checked {
  answers: AnswersGiven;
  territory: TerritoryAnswered;
  sender: Sender;
  followUpEmail: string | null;
}

/**
 * Checks and normalises a response; refuses with all problems, field by field. An answer left as it stands (`before`)
 * stays, even where it could not be given any more.
 */
export async function checkedResponse(
  db: EntityManager,
  questionnaire: Answered,
  said: Said,
  before: AnswersGiven = {},
  how: How = {},
): Promise<Checked> {
  const received: Record<string, unknown> = Object.create(null);
  const twice = new Set<string>();
  for (const { questionId, value } of said.answers) {
    if (Object.hasOwn(received, questionId)) twice.add(questionId.slice(0, 64).toWellFormed());
    received[questionId] = value;
  }
  const found = questionnaire.check({ ...received }, how);
  const left = (field: string | null) =>
    field !== null && Object.hasOwn(before, field) && sameAnswer(before[field], received[field]);
  // « Other » was sent without words, when none were asked for.
  const leftSilent = (field: string | null) => {
    const id = field?.endsWith("-other") ? field.slice(0, -"-other".length) : null;
    return left(id) && !Object.hasOwn(before, field!) && !received[field!];
  };
  const problems: ProblemFound[] = [...twice].map((field) => ({ code: "ANSWERED_TWICE", field }));
  problems.push(...found.problems.filter(({ field }) => !left(field) && !leftSilent(field)));
  const fields = found.problems.flatMap(({ field }) => (left(field) ? [field!] : []));
  const stay = [...fields, ...unseen(questionnaire.check, received, before)].map((key) => [key, before[key]!] as const);
  const answers: AnswersGiven = { ...found.answers, ...Object.fromEntries(stay) };

  const asked = questionnaire.questions.find(({ type }) => type === "TERRITORY");
  const answered = asked && (answers[asked.id] as string | undefined);
  const territory = answered ? await territoryAnswered(db, answered, questionnaire.end) : null;
  if (answered && !territory) problems.push({ code: "UNKNOWN_TERRITORY", field: asked.id });

  const sender = senderOf(questionnaire, said, problems);
  const followUpEmail = noted(problems, () => givenText(said.followUpEmail, "followUpEmail", 254));
  if (followUpEmail && questionnaire.anonymous) problems.push({ code: "ANONYMOUS_ONLY", field: "followUpEmail" });
  else if (followUpEmail && !isEmail(followUpEmail)) problems.push({ code: "NOT_AN_EMAIL", field: "followUpEmail" });

  if (problems.length > 0) throw new Refusal(problems);
  const { authorName, organisationName } = sender;
  await refuseReserved(db, { authorName, organisationName });
  return { answers, territory: territory!, sender, followUpEmail };
}

/** Sender, as they chose to appear. */
function senderOf({ anonymous }: Answered, said: Said, problems: ProblemFound[]): Sender {
  const appearance = said.appearance ?? null;
  const speaksAs = said.speaksAs ?? "INDIVIDUAL";
  const refuse = (code: ProblemFound["code"], field: string, value?: string) => problems.push({ code, field, value });
  const line = (field: "authorName" | "organisationName") =>
    noted(problems, () => givenLine(said[field], field, limits[`response.${field}`]));

  if (!appearance) refuse("APPEARANCE_REQUIRED", "appearance");
  const named = appearance === "NAMED";
  const authorName = named ? line("authorName") : null;
  const organisationName = speaksAs === "INDIVIDUAL" ? null : line("organisationName");
  const peopleCount = speaksAs === "GROUP" ? (said.peopleCount ?? null) : null;

  if (anonymous && named) refuse("ANONYMOUS_ONLY", "appearance");
  if (anonymous && speaksAs === "ORGANISATION") refuse("ANONYMOUS_ONLY", "speaksAs");
  else if (anonymous && organisationName) refuse("ANONYMOUS_ONLY", "organisationName");
  else if (speaksAs === "ORGANISATION" && !organisationName && !isRefused(problems, "organisationName"))
    refuse("REQUIRED", "organisationName");
  if (speaksAs === "GROUP" && peopleCount === null) refuse("COUNT_REQUIRED", "peopleCount");
  else if (peopleCount !== null && !Number.isInteger(peopleCount)) refuse("NOT_WHOLE", "peopleCount");
  else if (peopleCount !== null && (peopleCount < 2 || peopleCount > mostPeople))
    refuse("OUT_OF_RANGE", "peopleCount", `2–${mostPeople}`);
  // A structure or a group that is named is the name one appears under.
  if (named && !anonymous && !authorName && !organisationName && !isRefused(problems, "authorName", "organisationName"))
    refuse("NAME_REQUIRED", "authorName");
  // Without a name nothing leads to an organisation.
  const organisationId = named && speaksAs === "ORGANISATION" ? (said.organisationId ?? null) : null;
  return { appearance: appearance!, authorName, speaksAs, organisationName, organisationId, peopleCount };
}

const isRefused = (problems: ProblemFound[], ...fields: string[]) =>
  problems.some(({ field }) => fields.includes(field ?? ""));

/** Input of a response with its speaker settled: an organisation, under its confirmed name, or the person alone. */
export const saidFor = <Input extends Said>(said: Input, spoken: Spoken | null): Input =>
  spoken
    ? { ...said, speaksAs: "ORGANISATION", organisationName: spoken.name, organisationId: spoken.id }
    : { ...said, organisationId: null };

/** True if two answers are the same: the database returns rows of a matrix in another order. */
export const sameAnswer = (one: unknown, other: unknown) =>
  JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);

const inOrder = (_: string, value: unknown) =>
  isObject(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b))) : value;

/** Digest of a response. The checker keeps answers in the order of the questions, whatever that of the send. */
export const digestOf = (sent: object) => createHash("sha256").update(JSON.stringify(sent)).digest("hex");
