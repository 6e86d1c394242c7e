/**
 * The key of a questionnaire that is begun or imported becomes its id: a retry finds it done, that of
 * somebody else or of another objective is a conflict.
 */
import { limits } from "@cahier/schema/limits";
import type {
  CreateQuestionnaireInput,
  EditQuestionnaireInput,
  TakeModelEnglishInput,
} from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { Refusal, refuseStale } from "../../../platform/refusal.ts";
import { givenText, isId, neededLine } from "../../../platform/text/text.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { modelsInEnglish } from "../../ground/group/starters.ts";
import { Themes } from "../../ground/theme/theme.entity.ts";
import { begun } from "./begin.ts";
import { composing, type Composed, type ComposingDesk } from "./questionnaire.desk.ts";
import { duplicate } from "./duplicate.ts";
import { isAsked } from "./outline.ts";
import { type Questionnaire, Questionnaires, Questions, Sections } from "./questionnaire.entity.ts";
import { questionnairePolicy } from "./questionnaire.policy.ts";
import { rowsAsModels, translated, withPlainIntro } from "./translation.ts";

export async function createQuestionnaire(tx: Transaction, input: CreateQuestionnaireInput): Promise<Composed> {
  const { db, record } = tx;
  const { id, title, beginning, before } = await begun(tx, input);
  if (before) return { composedQuestionnaire: before };

  const source = input.fromId ? await sourceOf(tx, input.fromId) : null;
  await db.insert(Questionnaires, {
    id,
    ...beginning,
    title,
    intro: source?.intro ?? "",
    estimatedMinutes: source?.estimatedMinutes ?? 5,
    anonymous: source?.anonymous ?? false,
    languages: source?.languages ?? ["fr"],
    translations: introOf(source?.translations) as never,
  });
  const composedQuestionnaire = await db.findOneByOrFail(Questionnaires, { id });
  await record("questionnaire.created", composedQuestionnaire, {
    to: title,
    from: source?.title ?? null,
    fromId: source?.id,
  });
  if (source) await duplicate(tx, source, composedQuestionnaire);
  return { composedQuestionnaire: await db.findOneByOrFail(Questionnaires, { id }) };
}

/** The words of an introduction that a questionnaire begins with: its title is its own. */
function introOf({ en, plain }: Questionnaire["translations"] = {}) {
  const { intro, plainIntro } = en ?? {};
  const words = { ...(intro && { intro }), ...(plainIntro && { plainIntro }) };
  return { ...((intro || plainIntro) && { en: words }), ...(plain && { plain }) };
}

/** A template, what is public, or a draft of one's own group. */
async function sourceOf({ db, viewer, now }: Transaction, id: string): Promise<Questionnaire> {
  const source = isId(id) ? await db.findOneBy(Questionnaires, { id }) : null;
  const objective = source && (await db.findOneByOrFail(Objectives, { id: source.objectiveId }));
  const readable =
    source &&
    (source.template ||
      (source.publishedAt && source.publishedAt <= now) ||
      questionnairePolicy.compose(viewer, objective!.groupId));
  if (!readable) throw new Refusal("UNKNOWN_CHOICE", "fromId");
  return source;
}

export const editQuestionnaire = (tx: Transaction, input: EditQuestionnaireInput) =>
  composing(tx, "questionnaire", input.id, async (desk) => {
    const { db, questionnaire: before, published, record } = desk;
    const { estimatedMinutes, repeatQuestionId } = input;
    if (estimatedMinutes != null && (estimatedMinutes < 1 || estimatedMinutes > 240))
      throw new Refusal("OUT_OF_RANGE", "estimatedMinutes", "1–240");
    if (input.template != null && input.template !== before.template && published)
      throw new Refusal("NOT_NOW", "template");
    const after: Questionnaire = {
      ...before,
      title: input.title == null ? before.title : neededLine(input.title, "title", limits["questionnaire.title"]),
      intro:
        input.intro == null ? before.intro : (givenText(input.intro, "intro", limits["questionnaire.intro"]) ?? ""),
      estimatedMinutes: estimatedMinutes ?? before.estimatedMinutes,
      translations: withPlainIntro(
        translated(before.translations, {
          title: [input.englishTitle, "englishTitle", limits["questionnaire.title"]],
          intro: [input.englishIntro, "englishIntro", limits["questionnaire.intro"]],
          plainIntro: [input.englishPlainIntro, "englishPlainIntro", limits["questionnaire.intro"]],
        }),
        input.plainIntro,
        limits["questionnaire.intro"],
      ),
      languages: input.offeredInEnglish == null ? before.languages : input.offeredInEnglish ? ["fr", "en"] : ["fr"],
      repeatQuestionId: repeatQuestionId === undefined ? before.repeatQuestionId : repeatQuestionId || null,
      template: input.template ?? before.template,
      ...datesOf(desk, input),
      ...promisesOf(desk, input),
      version: before.version + 1,
    };
    if (saysAlready({ ...before, version: after.version }, after)) return;
    refuseStale(before, input.version, {});
    if (after.repeatQuestionId !== before.repeatQuestionId) await changeRepeat(desk, after.repeatQuestionId);
    const { id: _, revision: __, translations, ...row } = after;
    await db.update(Questionnaires, before.id, { ...row, translations });
    for (const [event, keys] of told) {
      const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
      if (changed.length === 0) continue;
      const of = (it: Questionnaire) => changed.map((key) => it[key]);
      await record(event, before.id, { changed, from: of(before), to: of(after) });
    }
  });

/** Gives a draft the English of the model that it was begun from, where its French is that of the model; or takes it back. */
export const takeModelEnglish = (tx: Transaction, { id, without }: TakeModelEnglishInput) =>
  composing(tx, "questionnaire", id, async ({ db, questionnaire, group, outline, published, record }) => {
    if (published) throw new Refusal("NOT_NOW", "id");
    const { title } = await db.findOneByOrFail(Themes, { id: group.themeId });
    const rows = rowsAsModels(questionnaire, outline, modelsInEnglish(title), without ?? false);
    for (const [table, changed] of [
      [Questionnaires, rows.head],
      [Sections, rows.sections],
      [Questions, rows.questions],
    ] as const)
      for (const { id: row, translations } of changed) {
        await db.update<{ id: string; translations: object }>(table, row, { translations });
        await db.increment(table, { id: row }, "version", 1);
      }
    const texts = Object.values(rows).flat();
    if (texts.length > 0) await record("questionnaire.edited", id, { changed: ["translations"], from: null, to: null });
  });

/** Fields whose changes are recorded as one act. */
const told: [string, (keyof Questionnaire)[]][] = [
  ["questionnaire.edited", ["title", "intro", "estimatedMinutes", "languages", "repeatQuestionId", "template"]],
  ["questionnaire.rescheduled", ["opensAt", "closesAt"]],
  ["questionnaire.promised", ["anonymous", "resultsHiddenUntil"]],
];

/** Once it opened its beginning is known; its end is put off or brought nearer while it is open, and no longer after. */
function datesOf({ questionnaire: before, state, now }: ComposingDesk, { opensAt, closesAt }: EditQuestionnaireInput) {
  // Emptied in the form: nothing would be saved, and nobody told.
  for (const [field, day] of Object.entries({ opensAt, closesAt }))
    if (day === null) throw new Refusal("NOT_A_DATE", field);
  const dates = { opensAt: opensAt ?? before.opensAt, closesAt: closesAt ?? before.closesAt };
  const moved = (key: keyof typeof dates) => dates[key].getTime() !== before[key].getTime();
  const open = state === "OPEN" || state === "PAUSED";
  const over = state === "CLOSED" || state === "ARCHIVED";
  if (moved("opensAt") && (open || over)) throw new Refusal("NOT_NOW", "opensAt");
  if (moved("closesAt") && over) throw new Refusal("NOT_NOW", "closesAt");
  const late = moved("closesAt") && state !== "DRAFT" && dates.closesAt <= now;
  if (dates.closesAt <= dates.opensAt || late)
    throw new Refusal("DATES_CROSSED", moved("closesAt") || !moved("opensAt") ? "closesAt" : "opensAt");
  return dates;
}

/** Promises are only ever stronger once somebody may have answered. */
function promisesOf({ questionnaire: before, state }: ComposingDesk, input: EditQuestionnaireInput) {
  const given = state !== "DRAFT" && state !== "SCHEDULED";
  const anonymous = input.anonymous ?? before.anonymous;
  if (given && before.anonymous && !anonymous) throw new Refusal("PROMISE_KEPT", "anonymous", "anonymous");
  const until = input.resultsHiddenUntil === undefined ? before.resultsHiddenUntil : input.resultsHiddenUntil;
  const weaker = before.resultsHiddenUntil && (!until || until < before.resultsHiddenUntil);
  if (given && weaker) throw new Refusal("PROMISE_KEPT", "resultsHiddenUntil", "resultsHiddenUntil");
  return { anonymous, resultsHiddenUntil: until };
}

/** Changes the question whose answer tells responses apart; refused once there is a response. */
async function changeRepeat({ db, questionnaire, outline, revise }: ComposingDesk, id: string | null) {
  const [{ answered }] = await db.query<[{ answered: boolean }]>(
    "select exists (select from response where questionnaire_id = $1) as answered",
    [questionnaire.id],
  );
  if (answered) throw new Refusal("IN_USE", "repeatQuestionId");
  const question = outline.questions.find((one) => one.id === id);
  if (id !== null && (question?.type !== "SINGLE_CHOICE" || !isAsked(question, questionnaire.revision)))
    throw new Refusal("UNKNOWN_CHOICE", "repeatQuestionId");
  await revise();
}
