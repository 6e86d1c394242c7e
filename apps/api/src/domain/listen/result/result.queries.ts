import type { Results } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { allIsIn } from "../questionnaire/questionnaire.policy.ts";
import type { Questionnaire } from "../questionnaire/questionnaire.entity.ts";
import { groupAsking, questionnaireToRead } from "../questionnaire/questionnaire.queries.ts";
import { territories } from "../../ground/territory/territory.queries.ts";
import { termsOf } from "../../ground/theme/theme.queries.ts";
import { isApart, lastStep } from "./apart.ts";
import { askedIn, countingOf, questionsOf, revisionsOf } from "./asked.ts";
import { counted } from "./counted.ts";
import type { Crossing, ResponseCount } from "./result.counts.ts";
import { resultPolicy } from "./result.policy.ts";
import { type QuestionFigures, questionResult } from "./result.questions.ts";
import { fewest } from "./small.ts";
import { stepped } from "./steps.ts";
import { type Past, seenBy, total, wordingsOf } from "./wordings.ts";

/** Results as resolvers give them: questions and the questionnaire are rows. */
export type ResultsFigures = Omit<Results, "questionnaire" | "questions"> & {
  questionnaire: Questionnaire;
  questions: QuestionFigures[];
};

/**
 * The results of a questionnaire as far as the viewer is shown them. The same statements whatever the number of
 * responses: they are counted where they are.
 */
export async function resultsToRead(
  context: Context,
  slug: string,
  within: string | null | undefined,
): Promise<ResultsFigures | null> {
  const { viewer, now, db } = context;
  const questionnaire = await questionnaireToRead(context, slug);
  if (!questionnaire) return null;
  const [group, questions, revisions, past, regions, organisations] = await Promise.all([
    groupAsking(context, questionnaire),
    questionsOf(db, questionnaire.id),
    revisionsOf(db, questionnaire.id),
    prepared<Past>(db, "results: past", pastQuestions, [questionnaire.id]),
    territories(context, "REGION"),
    termsOf(context, "ORGANISATION_TYPE"),
  ]);
  const early = resultPolicy.readEarly(viewer, group.id);
  const asked = askedIn(questions);
  const isShown = new Map(
    asked.map((question) => [
      question.id,
      resultPolicy.shown(questionnaire, question, now) && !resultPolicy.tellsTeam(question, asked),
    ]),
  );
  const readable = asked.filter(({ id }) => early || isShown.get(id));
  const nothing = {
    questionnaire,
    hidden: early ? null : resultPolicy.hidden(questionnaire, now),
    hiddenUntil: questionnaire.resultsHiddenUntil,
    early,
    notShown: asked.length - readable.length,
    ...{ responses: 0, unpublished: 0, restitutions: 0, present: 0 },
    ...{ channels: [], groups: [], within: null, questions: [] },
  };
  if (readable.length === 0) return nothing;

  const region = regions.find((it) => it.slug === within);
  const organisation = organisations.find((it) => it.key === within);
  const by: Crossing | null = region ? "region" : organisation ? "organisation" : null;
  const wordings = readable.flatMap((question) => wordingsOf(question, revisions));
  const over = allIsIn(questionnaire, now);
  const apart = await isApart(db, questionnaire.id);
  const of = { ...countingOf(questionnaire.id, asked, revisions), by: early || over ? by : null };
  // The team reads all as they come; visitors, and where so many answered, the last step.
  const taken = () => (apart ? lastStep(db, of.id, over ? by : null) : stepped(db, of, over));
  const counts = early && !apart ? await counted(db, { ...of, left: [] }) : await taken();
  if (!counts) return { ...nothing, hidden: apart ? "BEING_COUNTED" : "TOO_FEW" };
  const { responses, answers, cells } = counts;
  const alone = responses.filter(({ collective }) => !collective);
  const together = responses.filter(({ collective }) => collective);
  const groups = [
    ...regions.map(({ id, slug: key, name }) => ({
      ...{ key, label: name, labelEn: name, region: true },
      ...sized(alone, "regionId", id),
    })),
    ...organisations.map(({ key, label, labelEn }) => ({
      ...{ key, label, labelEn, region: false },
      ...sized(alone, "organisationType", key),
    })),
  ].filter(({ responses: size }) => ((early && !apart) || over) && size >= fewest);
  const chosen = groups.find(({ key }) => key === within) ?? null;
  const names = new Map(regions.map(({ id, name }) => [id, name]));
  const codes = new Map(questions.map(({ id, code }) => [id, code]));
  return {
    ...nothing,
    responses: total(alone),
    unpublished: alone.reduce((sum, { unpublished }) => sum + unpublished, 0),
    restitutions: total(together),
    present: together.reduce((sum, { present }) => sum + present, 0),
    channels: [...Map.groupBy(alone, ({ channel }) => channel)]
      .map(([channel, those]) => ({ channel, count: total(those) }))
      .toSorted((a, b) => b.count - a.count),
    groups,
    within: chosen,
    questions: wordings.map((wording) =>
      questionResult({
        wording,
        answers,
        cells,
        seen: seenBy(wording, { responses, answers, past }, counts.conditions),
        part: chosen && (region?.id ?? organisation!.key),
        regions: names,
        shown: isShown.get(wording.question.id)!,
        replaces: codes.get(wording.question.replacesId ?? "") ?? null,
      }),
    ),
  };
}

const pastQuestions = `
  select v.revision as "asOf", q ->> 'id' as "questionId", (q -> 'revision')::int as revision,
    (q -> 'askedFrom')::int as "askedFrom", nullif(q -> 'retiredFrom', 'null')::int as "retiredFrom"
  from questionnaire_revision v, jsonb_array_elements(v.outline -> 'questions') q where v.questionnaire_id = $1`;

const sized = (responses: ResponseCount[], of: "regionId" | "organisationType", value: string) => ({
  responses: total(responses.filter((it) => it[of] === value)),
});
