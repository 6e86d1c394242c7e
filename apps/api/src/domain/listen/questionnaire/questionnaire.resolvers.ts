import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { offered } from "./outline.ts";
import type { Question } from "./questionnaire.entity.ts";
import { paperUntil, questionnaireState } from "./questionnaire.policy.ts";
import {
  figuresOf,
  languageOf,
  questionCountOf,
  questionnaireToRead,
  readBefore,
  rightsOn,
  sectionsOf,
  type WithQuestions,
} from "./questionnaire.queries.ts";
import { publishedCounts } from "./published.queries.ts";
import { askedSince } from "./wording.queries.ts";

type Choice = { value: string; label: string; keyPointId?: string | null };

/** Options as they are told: with no key point where they come from none. */
const told = (choices: Choice[] | undefined, plain: Readonly<Record<string, string>> = {}) =>
  (choices ?? []).map(({ value, label, keyPointId }) => ({
    ...{ value, label, keyPointId: keyPointId ?? null },
    plain: plain[value] ?? null,
  }));

export const questionnaireResolvers: Resolvers = {
  Query: {
    questionnaire: (_, { slug, language }, context) => questionnaireToRead(context, slug, language ?? null),
  },
  Questionnaire: {
    objective: async ({ objectiveId }, _, { load }) => (await load(Objectives, objectiveId))!,
    state: (it, _, { now }) => questionnaireState(it, now),
    pausedReason: (it, _, { now }) => (questionnaireState(it, now) === "PAUSED" ? it.pausedReason : null),
    sections: (it, _, context) => sectionsOf(context, it),
    questionCount: (it, _, context) => questionCountOf(context, it),
    responseCount: async (it, _, context) => (await figuresOf(context, it)).responseCount,
    paperCount: async (it, _, context) => (await figuresOf(context, it)).paperCount,
    groupCount: async (it, _, context) => (await figuresOf(context, it)).groupCount,
    groupPeople: async (it, _, context) => (await figuresOf(context, it)).groupPeople,
    readableCount: async (it, _, context) => (await publishedCounts(context, it)).readable,
    unpublishedCount: async (it, _, context) => (await publishedCounts(context, it)).unpublished,
    readBefore: ({ id }, _, context) => readBefore(context, id),
    discussedAt: async (it, _, context) => (await figuresOf(context, it)).discussedAt,
    plainIntro: ({ translations: { plain } }) => plain?.intro ?? null,
    language: (it) => languageOf(it),
    paperUntil: ({ closesAt }) => paperUntil(closesAt),
    viewerCan: (it, _, context) => rightsOn(context, it),
  },
  Section: {
    plainIntro: ({ translations: { plain } }) => plain?.intro ?? null,
    questions: (section: WithQuestions) => section.questions ?? [],
  },
  Question: {
    since: (question, _, context) => askedSince(context, question),
    maxLength: ({ settings }) => settings.maxLength ?? null,
    plainHelp: ({ translations: { plain } }) => plain?.help ?? null,
    options: ({ settings, translations: { plain } }) => told(offered(settings.options), plain?.options),
    rows: ({ settings, translations: { plain } }) => told(settings.rows, plain?.rows),
    scale: ({ settings, translations: { plain } }) => told(settings.scale, plain?.scale),
    noOpinionValue: ({ settings }) => settings.noOpinionValue ?? null,
    exclusiveValues: ({ settings }) => settings.exclusiveValues ?? [],
    minSelect: ({ settings }) => settings.minSelect ?? null,
    maxSelect: ({ settings }) => settings.maxSelect ?? null,
    allowOther: ({ settings }) => settings.allowOther ?? false,
    min: ({ settings }) => settings.min ?? null,
    max: ({ settings }) => settings.max ?? null,
    wholeNumbers: ({ settings }) => settings.wholeNumbers ?? false,
    minLabel: ({ settings }) => settings.minLabel ?? null,
    maxLabel: ({ settings }) => settings.maxLabel ?? null,
    short: ({ settings }) => settings.short ?? false,
    visibleIf: ({ settings }: Question) => settings.visibleIf ?? null,
  },
};
