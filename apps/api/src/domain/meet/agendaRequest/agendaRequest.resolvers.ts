import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { isUnverified } from "../../../platform/reserved.ts";
import { hiddenFor } from "../../ground/moderation/ruling.queries.ts";
import { askForAgenda, judgeAgendaRequest } from "./agendaRequest.commands.ts";
import type { AgendaRequest } from "./agendaRequest.entity.ts";
import { agendaRequestPolicy } from "./agendaRequest.policy.ts";
import { aboutOf, agendaRequestsOf } from "./agendaRequest.queries.ts";

const stateOf = ({ taken }: AgendaRequest) => (taken === null ? "WAITING" : taken ? "TAKEN" : "LEFT");

export const agendaRequestResolvers: Resolvers = {
  Mutation: {
    askForAgenda: (_, { input }, { run }) => run((act) => askForAgenda(act, input)),
    judgeAgendaRequest: (_, { input }, { run }) => run((tx) => judgeAgendaRequest(tx, input)),
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
