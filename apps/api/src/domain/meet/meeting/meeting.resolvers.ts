import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { reactionsTo } from "../../ground/reaction/reaction.queries.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { agendaOf, blocksOf, documentsOf, meetingOf, meetings, minutesOf, objectivesOf } from "./meeting.queries.ts";
import { meetingState } from "./meeting.state.ts";

export const meetingResolvers: Resolvers = {
  Query: {
    meetings: (_, __, context) => meetings(context),
    meeting: (_, { slug }, context) => meetingOf(context, slug),
  },
  Meeting: {
    state: async (meeting, _, context) => meetingState(meeting, await minutesOf(context, meeting.id), context.now),
    territory: (meeting, _, { load }) => load(Territories, meeting.territoryId),
    objectives: (meeting, _, context) => objectivesOf(context, meeting.id),
    agenda: (meeting, _, context) => agendaOf(context, meeting.id),
    minutes: (meeting, _, context) => minutesOf(context, meeting.id),
    documents: (meeting, _, context) => documentsOf(context, meeting.id),
  },
  Minutes: {
    blocks: (minutes, _, context) => blocksOf(context, minutes.id),
    reactions: (minutes, _, context) => reactionsTo(context, "MINUTES", minutes.id),
  },
};
