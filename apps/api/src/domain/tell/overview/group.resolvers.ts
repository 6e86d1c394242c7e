import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { coverageOf } from "../../listen/contribution/coverage.queries.ts";
import { readingCoverageOf } from "../../understand/reading/coverage.queries.ts";
import { isToDecide } from "../../propose/proposal/proposal.state.ts";
import { fateOf } from "./fate.queries.ts";
import {
  beyondFoodOf,
  countsOf,
  figuresOf,
  keyPointCountOf,
  keyPointsOf,
  meetingsOf,
  nextMeetingOf,
  openQuestionnaireOf,
  questionnaireOf,
  questionnairesOf,
  synthesisOf,
} from "./group.queries.ts";
import { objectiveState } from "./objective.state.ts";
import { voicesOf } from "./voices.queries.ts";

/** Meetings, questionnaire and figures of a group, of its objectives and proposals: read from the whole chain. */
export const groupOverviewResolvers: Resolvers = {
  WorkingGroup: {
    meetings: (group, { kind }, context) => meetingsOf(context, group.id, kind),
    nextMeeting: (group, _, context) => nextMeetingOf(context, group.id),
    openQuestionnaire: (group, _, context) => openQuestionnaireOf(context, group.id),
    figures: (group, _, context) => figuresOf(context, group.id),
    coverage: (group, _, context) => coverageOf(context, { group: group.id }),
    fate: (group, _, context) => fateOf(context, group.themeId),
    voices: (group, _, context) => voicesOf(context, group.id),
  },
  Proposal: {
    nextMeeting: ({ state, groupId }, _, context) => (isToDecide(state) ? nextMeetingOf(context, groupId) : null),
  },
  Objective: {
    questionnaire: (objective, _, context) => questionnaireOf(context, objective.id),
    questionnaires: (objective, _, context) => questionnairesOf(context, objective.id),
    synthesis: (objective, _, context) => synthesisOf(context, objective.id),
    async state(objective, _, context) {
      const [questionnaire, synthesis] = await Promise.all([
        questionnaireOf(context, objective.id),
        synthesisOf(context, objective.id),
      ]);
      return objectiveState({ questionnaire, synthesis }, context.now);
    },
    keyPoints: (objective, asked, context) => keyPointsOf(context, objective.id, asked),
    keyPointCount: (objective, _, context) => keyPointCountOf(context, objective.id),
    responseCount: async (objective, _, context) => (await countsOf(context, objective.id)).responses,
    contributionCount: async (objective, _, context) => (await countsOf(context, objective.id)).contributions,
    unpublishedCount: async (objective, _, context) => (await countsOf(context, objective.id)).unpublished,
    beyondFood: (objective, _, context) => beyondFoodOf(context, objective.id),
    coverage: (objective, _, context) => coverageOf(context, { objective: objective.id }),
    fate: (objective, _, context) => fateOf(context, objective.id),
    readingCoverage: (objective, _, context) => readingCoverageOf(context, objective.id),
  },
};
