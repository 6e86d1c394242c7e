import { limits } from "@cahier/schema/limits";
import { validateDefinition } from "@cahier/schema/questionnaire/validate";
import type {
  AskForPublicationInput,
  QuestionnaireActInput,
  QuestionnaireReasonInput,
  QuestionnaireState,
  ReopenQuestionnaireInput,
  ShowResultsInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { neededText } from "../../../platform/text/text.ts";
import { giveName } from "../../ground/person/person.writes.ts";
import { definitionFrom } from "./definition.ts";
import { composing, type ComposingDesk } from "./questionnaire.desk.ts";
import { askedAt } from "./outline.ts";
import { keepWording, toFirstRevision } from "./question.writes.ts";
import { type Questionnaire, Questionnaires } from "./questionnaire.entity.ts";
import { questionnairePolicy, questionnaireState } from "./questionnaire.policy.ts";

export const askForPublication = (tx: Transaction, input: AskForPublicationInput) =>
  composing(tx, "questionnaire", input.id, async (desk) => {
    const { questionnaire, viewer } = desk;
    if (desk.published) return;
    refuseUnready(desk);
    if (questionnaire.publicationAskedById === viewer.id && viewer.id) return;
    await giveName(tx, viewer, input.name);
    await become(desk, "questionnaire.publicationAsked", { publicationAskedById: viewer.id });
  });

export const publishQuestionnaire = (tx: Transaction, input: QuestionnaireActInput) =>
  composing(tx, "questionnaire", input.id, async (desk) => {
    const { questionnaire, group, viewer, now, outline } = desk;
    authorize(questionnairePolicy.mayPublish(viewer, group.id));
    // A second publication changes nothing and succeeds.
    if (desk.published) return;
    refuseUnready(desk);
    if (!questionnairePolicy.publish(viewer, questionnaire, group.id, group.smallTeam))
      throw new Refusal("SECOND_PERSON_NEEDED");
    const publishedAlone = !questionnairePolicy.publish(viewer, questionnaire, group.id, false);
    for (const question of outline.questions) await keepWording(desk, question, questionnaire.revision, null);
    await become(desk, "questionnaire.published", { publishedAt: now, publishedById: viewer.id, publishedAlone });
  });

/**
 * Makes a draft again of what is announced and not open yet. What it asks is at its first revision, as of any draft: what
 * was retired stays so, what was still being written is asked. Rooms above hear of it: what was printed stays true.
 */
export const unpublishQuestionnaire = (tx: Transaction, input: QuestionnaireActInput) =>
  composing(tx, "questionnaire", input.id, async (desk) => {
    const { questionnaire, outline } = desk;
    // A second press finds it a draft.
    if (desk.state === "DRAFT") return;
    only(desk, "SCHEDULED");
    await toFirstRevision(desk.db, questionnaire.id, outline);
    const draft = { publishedAt: null, publishedById: null, publishedAlone: false, publicationAskedById: null };
    await become(desk, "questionnaire.unpublished", { ...draft, revision: 1 });
  });

/** Refuses a draft that can't be published yet, or that was put away. */
function refuseUnready({ questionnaire, state, outline, now }: ComposingDesk) {
  if (questionnaire.template || state !== "DRAFT") throw new Refusal("NOT_NOW");
  const asked = askedAt(outline, questionnaire.revision);
  const flaws = validateDefinition(definitionFrom(questionnaire, asked));
  if (flaws.length > 0) throw new Refusal("NOT_READY", null, String(flaws.length));
  if (questionnaire.closesAt <= now || questionnaire.closesAt <= questionnaire.opensAt)
    throw new Refusal("DATES_CROSSED", "closesAt");
}

export const pauseQuestionnaire = (tx: Transaction, input: QuestionnaireReasonInput) =>
  composing(tx, "questionnaire", input.id, async (desk) => {
    const pausedReason = reasonOf(input);
    // A second press finds it done, here and below.
    if (desk.state === "PAUSED" && desk.questionnaire.pausedReason === pausedReason) return;
    only(desk, "OPEN");
    await become(desk, "questionnaire.paused", { pausedReason }, { reason: pausedReason });
  });

export const resumeQuestionnaire = (tx: Transaction, input: QuestionnaireActInput) =>
  composing(tx, "questionnaire", input.id, async (desk) => {
    if (desk.state === "OPEN") return;
    only(desk, "PAUSED");
    await become(desk, "questionnaire.resumed", { pausedReason: null });
  });

export const closeQuestionnaire = (tx: Transaction, input: QuestionnaireReasonInput) =>
  composing(tx, "questionnaire", input.id, async (desk) => {
    const reason = reasonOf(input);
    if (desk.state === "CLOSED") return;
    only(desk, "OPEN", "PAUSED");
    const { closesAt } = desk.questionnaire;
    const closed = { closesAt: desk.now, pausedReason: null };
    await become(desk, "questionnaire.closed", closed, { reason, from: [closesAt], to: [desk.now] });
  });

export const reopenQuestionnaire = (tx: Transaction, input: ReopenQuestionnaireInput) =>
  composing(tx, "questionnaire", input.id, async (desk) => {
    const reason = reasonOf(input);
    const { closesAt } = input;
    if (desk.state === "OPEN" && desk.questionnaire.closesAt.getTime() === closesAt.getTime()) return;
    only(desk, "CLOSED");
    if (closesAt <= desk.now) throw new Refusal("DATES_CROSSED", "closesAt");
    const data = { reason, from: [desk.questionnaire.closesAt], to: [closesAt] };
    await become(desk, "questionnaire.reopened", { closesAt, pausedReason: null }, data);
  });

export const archiveQuestionnaire = (tx: Transaction, input: QuestionnaireActInput) =>
  composing(tx, "questionnaire", input.id, async (desk) => {
    // A second press finds it archived.
    if (desk.state === "ARCHIVED") return;
    only(desk, "CLOSED", "DRAFT");
    await become(desk, "questionnaire.archived", { archivedAt: desk.now });
  });

/** Takes it out of the archive: closed, or a draft, as it was. */
export const unarchiveQuestionnaire = (tx: Transaction, input: QuestionnaireActInput) =>
  composing(tx, "questionnaire", input.id, async (desk) => {
    const { questionnaire, now } = desk;
    if (!questionnaire.archivedAt) return;
    const was = questionnaireState({ ...questionnaire, archivedAt: null }, now);
    // A question withdrawn before the end is not asked again by itself.
    if (questionnaire.ofTheWeek || (was !== "CLOSED" && was !== "DRAFT")) throw new Refusal("NOT_NOW");
    await become(desk, "questionnaire.unarchived", { archivedAt: null });
  });

export const showResults = (tx: Transaction, input: ShowResultsInput) =>
  composing(tx, "questionnaire", input.id, async (desk) => {
    const { db, questionnaire, outline, now } = desk;
    authorize(questionnairePolicy.showResults(desk.viewer, desk.group.id));
    const { shown } = input;
    if (!desk.published) throw new Refusal("NOT_NOW");
    const { resultsHiddenUntil } = questionnaire;
    if (shown !== "HIDDEN" && resultsHiddenUntil && now < resultsHiddenUntil)
      throw new Refusal("PROMISE_KEPT", "shown", "resultsHiddenUntil");
    const chosen = new Set(shown === "CHOSEN" ? (input.questionIds ?? []) : []);
    if (shown === "CHOSEN" && chosen.size === 0) throw new Refusal("REQUIRED", "questionIds");
    if ([...chosen].some((id) => !outline.questions.some((question) => question.id === id)))
      throw new Refusal("UNKNOWN_CHOICE", "questionIds");
    const shownAlready = outline.questions.every(({ id, resultsShown }) => resultsShown === chosen.has(id));
    if (questionnaire.resultsShown === shown && shownAlready) return;
    await db.query("update question set results_shown = id = any($2::uuid[]) where questionnaire_id = $1", [
      questionnaire.id,
      [...chosen],
    ]);
    const codes = outline.questions.filter(({ id }) => chosen.has(id)).map(({ code }) => code);
    const data = { from: questionnaire.resultsShown, to: shown, codes };
    await become(desk, "questionnaire.resultsShown", { resultsShown: shown }, data);
  });

const reasonOf = ({ reason }: { reason: string }) => neededText(reason, "reason", limits["questionnaire.reason"]);

function only({ state }: ComposingDesk, ...states: QuestionnaireState[]) {
  if (!states.includes(state)) throw new Refusal("NOT_NOW");
}

/** Writes what a questionnaire becomes, and that it did. */
async function become(
  { db, questionnaire, record }: ComposingDesk,
  event: string,
  change: Partial<Questionnaire>,
  data: Record<string, unknown> = {},
) {
  await db.update(Questionnaires, questionnaire.id, { ...change, version: questionnaire.version + 1 });
  await record(event, questionnaire.id, data);
}
