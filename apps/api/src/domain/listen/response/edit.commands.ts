import { otherKey } from "@cahier/schema/questionnaire/definition";
import { type EntityManager, In } from "typeorm";
import type { EditResponseInput, KeepAnswerInput } from "../../../graphql/resolvers.generated.ts";
import type { Act, Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { keepConsent } from "../../ground/person/consent.writes.ts";
import { actAs, keepVoice, spokenFor } from "../../ground/organisation/organisation.voice.ts";
import { holdAllBack } from "../../ground/moderation/hold.writes.ts";
import { type Contribution, Contributions } from "../contribution/contribution.entity.ts";
import { eraseDraftsOf } from "../draft/draft.writes.ts";
import { takesResponses } from "../questionnaire/questionnaire.policy.ts";
import { checkedResponse, questionnaireAnswered, saidFor, sameAnswer } from "./response.check.ts";
import { rewriteParts } from "./edit.writes.ts";
import { responseHeld } from "./response.held.ts";
import { type AnswerPart, responseParts, type Sender } from "./parts.ts";
import { type Response, ResponseRevisions, Responses } from "./response.entity.ts";
import { editRefused } from "./response.policy.ts";
import { answersGiven } from "./given.queries.ts";
import { ownWordsOf } from "./own.queries.ts";
import { settleStatus } from "./settle.writes.ts";

/**
 * Changes a response. What it said is kept as a revision; an answer that is left as it is stays with the wording it was
 * given to, one that is new is given to the wording on the page.
 */
export async function editResponse(by: Act, said: EditResponseInput): Promise<{ receipt: Response }> {
  const spoken = await spokenFor(by, said.organisationId);
  const act = actAs(by, spoken);
  const { db, now } = act;
  const input = saidFor(said, spoken);
  const before = await responseHeld(db, input.code);
  await keepVoice(by, before.organisationId);
  const { id, questionnaireId, revision } = before;
  const open = await db.query<unknown[]>(`select from questionnaire q where q.id = $1 and ${takesResponses}`, [
    questionnaireId,
  ]);
  const refused = editRefused(before, open.length > 0);
  if (refused) throw new Refusal(refused);

  const questionnaire = (await questionnaireAnswered(db, questionnaireId, input.questionnaireRevision, dayOf(now)))!;
  const given = await answersGiven(db, id);
  const stood = Object.fromEntries([...given].map(([key, { value }]) => [key, value]));
  const { answers, territory, sender } = await checkedResponse(db, questionnaire, input, stood as never);
  // A question that was not on the page keeps its answer.
  const onPage = new Set(questionnaire.questions.flatMap(({ id: asked }) => [asked, otherKey(asked)]));
  const same = sameSender(before, sender) && [...onPage].every((key) => sameAnswer(stood[key], answers[key]));
  if (same) return { receipt: before };
  if (input.revision !== revision) throw new Refusal("STALE", null, String(revision)).with({ receipt: before });

  const today = dayOf(now);
  await db.insert(ResponseRevisions, {
    responseId: id,
    revision,
    questionnaireRevision: before.questionnaireRevision,
    answers: stood as never,
    appearance: before.appearance,
    authorName: before.authorName,
    replacedOn: today,
  });
  const parts = responseParts(questionnaire, answers, sender);
  const read = before.status === "VISIBLE" ? await ownWordsOf(db, id) : [];
  const asBefore = <Part extends Pick<AnswerPart, "questionId" | "questionRevision">>(part: Part): Part => {
    const former = given.get(part.questionId);
    const left =
      former && [part.questionId, otherKey(part.questionId)].every((key) => sameAnswer(stood[key], answers[key]));
    return left ? { ...part, questionRevision: former.questionRevision } : part;
  };
  const { repeatKey, organisationType, sectors, status, questionnaireRevision } = parts;
  const place = { territoryId: territory.id, regionId: territory.regionId };
  const changed = {
    ...sender,
    ...place,
    repeatKey,
    organisationType,
    sectors,
    status,
    questionnaireRevision,
    revision: revision + 1,
    editedOn: today,
    // A time is kept only for named authors: that of the first sending.
    submittedAt: sender.appearance === "NAMED" && !sender.organisationId ? before.submittedAt : null,
  };
  await db.update(Responses, id, changed);
  await keepConsent(db, id, "PUBLICATION", sender.appearance !== "UNPUBLISHED", dayOf(now));
  const after: Response = { ...before, ...changed };
  const record = recorder(db, visitor, now);
  const texts = await db.findBy(Contributions, { responseId: id });
  await rewriteParts({ db, record }, after, before, questionnaire.questions, {
    ...parts,
    answers: parts.answers.map(asBefore),
    texts: parts.texts.map(asBefore),
  });
  const changedOnes = await changedTexts(db, id, texts);
  await holdAllBack(
    act,
    "CONTRIBUTION",
    changedOnes.map((text) => text.id),
  );
  after.status = await settleStatus(db, id, read);
  await eraseDraftsOf(db, id);
  await record("response.edited", after, { revision: after.revision });
  return { receipt: after };
}

/** Texts of a response that say something else than they did, or under another name: its group may read them first. */
async function changedTexts(db: EntityManager, responseId: string, texts: Contribution[]) {
  const before = new Map(texts.map((text) => [text.id, text]));
  const written = await db.findBy(Contributions, { responseId, status: In(["VISIBLE", "HELD"]) });
  return written.filter((text) => {
    const stood = before.get(text.id);
    return stood?.body !== text.body || stood.authorName !== text.authorName;
  });
}

const sameSender = (stored: Response, sender: Sender) =>
  (Object.keys(sender) as (keyof Sender)[]).every((key) => stored[key] === sender[key]);

/** Leaves an answer, or its absence, with the wording that was read: it is not asked about again. */
export async function keepAnswer({ db, now }: Transaction, input: KeepAnswerInput): Promise<{ receipt: Response }> {
  const before = await responseHeld(db, input.code);
  if (before.status === "WITHDRAWN") throw new Refusal("GONE");
  const { questionId, questionRevision } = input;
  const [question] = isId(questionId)
    ? await db.query<{ revision: number }[]>("select revision from question where id = $1 and questionnaire_id = $2", [
        questionId,
        before.questionnaireId,
      ])
    : [];
  if (!question) throw new Refusal("UNKNOWN_QUESTION", "questionId");
  if (questionRevision < 1 || questionRevision > question.revision)
    throw new Refusal("OUT_OF_RANGE", "questionRevision");
  if (before.keptRevisions[questionId] === questionRevision) return { receipt: before };
  const keptRevisions = { ...before.keptRevisions, [questionId]: questionRevision };
  await db.update(Responses, before.id, { keptRevisions });
  await recorder(db, visitor, now)("response.kept", before);
  return { receipt: { ...before, keptRevisions } };
}
