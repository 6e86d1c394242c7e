import { appearsAs } from "@cahier/schema/questionnaire/appears";
import { isUnverified } from "../../../platform/reserved.ts";
import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { objectiveNamed } from "../../ground/group/group.queries.ts";
import { speakerOf } from "../../ground/organisation/organisation.queries.ts";
import { Meetings } from "../../meet/meeting/meeting.entity.ts";
import { MinutesBlocks } from "../../meet/minutes/minutes.entity.ts";
import { Questions } from "../questionnaire/questionnaire.entity.ts";
import { questionnaireNamed } from "../questionnaire/questionnaire.queries.ts";
import { questionThen } from "../questionnaire/wording.queries.ts";
import { hiddenFor } from "../../ground/moderation/ruling.queries.ts";
import { noReactions, reactionCountsOf, reactionsTo } from "../../ground/reaction/reaction.queries.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { Themes } from "../../ground/theme/theme.entity.ts";
import type { Contribution } from "./contribution.entity.ts";
import { contributions, contributionsFrom } from "./contribution.list.ts";
import {
  contributionOrPlace,
  peopleBehind,
  siblingsOf,
  territoryOf,
  visibleContribution,
} from "./contribution.queries.ts";
import { contributionCountOn, contributionsFor, contributionsOf } from "./about.queries.ts";
import { excerptOf } from "./excerpt.ts";

/** True for the place of a text: its author took it back, or a moderator hid it. Pure. */
const isGone = ({ status }: Contribution) => status === "WITHDRAWN" || status === "HIDDEN";

/** Of names alone. */
const nowhere = { territory: null };

export const contributionResolvers: Resolvers = {
  Query: {
    contributions: (_, { filter, ...paging }, context) => contributions(context, filter, paging),
    contribution: (_, { id }, context) => contributionOrPlace(context, id),
  },
  ContributionConnection: {
    searched: ({ searched }) => searched ?? false,
  },
  Contribution: {
    excerpt: ({ body }) => excerptOf(body),
    goesOn: ({ body }) => excerptOf(body).length < body.length,
    authorName: (it) => appearsAs(it, nowhere).authorName,
    nameIsUnverified: (it, _, context) => isUnverified(context, appearsAs(it, nowhere).authorName),
    territory: (it, _, context) => territoryOf(context, it),
    region: ({ regionId }, _, { load }) => load(Territories, regionId),
    objective: ({ objectiveId }, _, context) => objectiveNamed(context, objectiveId),
    theme: ({ themeId }, _, { load }) => load(Themes, themeId),
    organisationName: (it) => appearsAs(it, nowhere).organisationName,
    organisation: (it, _, context) => speakerOf(context, it.organisationId),
    question: ({ questionId }, _, { load }) => load(Questions, questionId),
    async asked({ questionId, questionRevision }, _, context) {
      const question = await context.load(Questions, questionId);
      return question && (await questionThen(context, question, questionRevision)).label;
    },
    async questionnaire({ questionId }, _, context) {
      const question = await context.load(Questions, questionId);
      return question && questionnaireNamed(context, question.questionnaireId);
    },
    meeting: ({ meetingId }, _, { load }) => load(Meetings, meetingId),
    minutesBlock: ({ minutesBlockId }, _, { load }) => load(MinutesBlocks, minutesBlockId),
    peopleCount: (it, _, context) => peopleBehind(context, it),
    siblings: (it, _, context) => (isGone(it) ? [] : siblingsOf(context, it)),
    hiddenFor: async (it, _, context) =>
      (await hiddenFor(context, "CONTRIBUTION", it)) ?? hiddenFor(context, "SUPPLY", it),
    // Comments on words that are gone repeat them.
    reactions: (it, _, context) => (isGone(it) ? [] : reactionsTo(context, "CONTRIBUTION", it.id)),
    reactionCounts: (it, _, context) => (isGone(it) ? noReactions : reactionCountsOf(context, it.id)),
  },
  Organisation: {
    contributions: (organisation, { after }, context) => contributionsFor(context, organisation, after),
  },
  Theme: {
    contributionCount: (theme, _, context) => contributionCountOn(context, theme.id),
  },
  Meeting: {
    contributions: (meeting, _, context) => contributionsOf(context, meeting.id),
  },
  MinutesBlock: {
    contribution: ({ id }, _, context) => visibleContribution(context, id),
  },
  Territory: {
    contributions: (territory, paging, context) => contributionsFrom(context, territory, paging),
  },
};
