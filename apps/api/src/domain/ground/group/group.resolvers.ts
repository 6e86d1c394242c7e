import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Meetings } from "../../meet/meeting/meeting.entity.ts";
import { readingCoverageOf } from "../../understand/reading/coverage.queries.ts";
import { coverageOf } from "../../listen/contribution/coverage.queries.ts";
import { Themes } from "../theme/theme.entity.ts";
import { Objectives, WorkingGroups } from "./group.entity.ts";
import {
  beyondFoodOf,
  countsOf,
  figuresOf,
  groupOf,
  groups,
  keyPointsOf,
  meetingsOf,
  milestonesOf,
  nextMeetingOf,
  objectiveOf,
  objectivesOf,
  openQuestionnaireOf,
  questionnaireOf,
  synthesisOf,
} from "./group.queries.ts";
import { objectiveState } from "./group.state.ts";
import { voicesOf } from "../../tell/overview/voices.queries.ts";

export const groupResolvers: Resolvers = {
  Query: {
    groups: (_, __, context) => groups(context),
    group: (_, { slug }, context) => groupOf(context, slug),
    objective: (_, { slug }, context) => objectiveOf(context, slug),
  },
  WorkingGroup: {
    theme: async (group, _, { load }) => (await load(Themes, group.themeId))!,
    objectives: (group, _, context) => objectivesOf(context, group.id),
    milestones: (group, _, context) => milestonesOf(context, group.id),
    meetings: (group, _, context) => meetingsOf(context, group.id),
    nextMeeting: (group, _, context) => nextMeetingOf(context, group.id),
    openQuestionnaire: (group, _, context) => openQuestionnaireOf(context, group.id),
    figures: (group, _, context) => figuresOf(context, group.id),
    coverage: (group, _, context) => coverageOf(context, { group: group.id }),
    voices: (group, _, context) => voicesOf(context, group.id),
  },
  Objective: {
    group: async (objective, _, { load }) => (await load(WorkingGroups, objective.groupId))!,
    questionnaire: (objective, _, context) => questionnaireOf(context, objective.id),
    synthesis: (objective, _, context) => synthesisOf(context, objective.id),
    async state(objective, _, context) {
      const [questionnaire, synthesis] = await Promise.all([
        questionnaireOf(context, objective.id),
        synthesisOf(context, objective.id),
      ]);
      return objectiveState({ questionnaire, synthesis }, context.now);
    },
    keyPoints: (objective, _, context) => keyPointsOf(context, objective.id),
    responseCount: async (objective, _, context) => (await countsOf(context, objective.id)).responses,
    contributionCount: async (objective, _, context) => (await countsOf(context, objective.id)).contributions,
    unpublishedCount: async (objective, _, context) => (await countsOf(context, objective.id)).unpublished,
    beyondFood: (objective, _, context) => beyondFoodOf(context, objective.id),
    coverage: (objective, _, context) => coverageOf(context, { objective: objective.id }),
    readingCoverage: (objective, _, context) => readingCoverageOf(context, objective.id),
  },
  Milestone: {
    objective: (milestone, _, { load }) => load(Objectives, milestone.objectiveId),
    meeting: (milestone, _, { load }) => load(Meetings, milestone.meetingId),
  },
};
