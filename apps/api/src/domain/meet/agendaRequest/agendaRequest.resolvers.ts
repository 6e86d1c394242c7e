import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { isUnverified } from "../../../platform/reserved.ts";
import { linkCode } from "../../../platform/linkCode.ts";
import { hiddenFor, rulingOn } from "../../ground/moderation/ruling.queries.ts";
import { askForAgenda, judgeAgendaRequest, withdrawAgendaRequest } from "./agendaRequest.commands.ts";
import type { AgendaRequest } from "./agendaRequest.entity.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { agendaRequestPolicy } from "./agendaRequest.policy.ts";
import { aboutOf, agendaRequestsOf, requestOfCode } from "./agendaRequest.queries.ts";

const stateOf = ({ taken }: AgendaRequest) => (taken === null ? "WAITING" : taken ? "TAKEN" : "LEFT");

export const agendaRequestResolvers: Resolvers = {
  Query: {
    ownAgendaRequest: (_, { code }, context) => requestOfCode(context, code),
  },
  Mutation: {
    askForAgenda: (_, { input }, { run }) => run((act) => askForAgenda(act, input)),
    judgeAgendaRequest: (_, { input }, { run }) => run((tx) => judgeAgendaRequest(tx, input)),
    withdrawAgendaRequest: (_, { input }, { run }) => run((tx) => withdrawAgendaRequest(tx, input)),
  },
  OwnAgendaRequest: {
    code: ({ id }) => linkCode("agenda_request", id),
    request: (it) => it,
    meeting: async ({ meetingId }, _, { load }) => (await load(Meetings, meetingId))!,
    ruling: ({ id }, _, context) => rulingOn(context, "AGENDA_REQUEST", id),
  },
  Meeting: {
    mayAskForAgenda: (meeting, _, { now }) => agendaRequestPolicy.ask(meeting, now),
    agendaRequests: ({ id }, _, context) => agendaRequestsOf(context, id),
  },
  AgendaRequest: {
    nameIsUnverified: ({ authorName }, _, context) => isUnverified(context, authorName),
    hiddenFor: (request, _, context) => hiddenFor(context, "AGENDA_REQUEST", request),
    state: (request) => stateOf(request),
    about: (request, _, context) => aboutOf(context, request),
  },
};
