import { room } from "../../../platform/room.ts";
import { AgendaRequests } from "./agendaRequest.entity.ts";
import { agendaRequestResolvers } from "./agendaRequest.resolvers.ts";
import { moderatedAgendaRequest } from "./moderated.ts";

export const agendaRequestRoom = room({
  tables: [AgendaRequests],
  resolvers: [agendaRequestResolvers],
  moderated: { AGENDA_REQUEST: moderatedAgendaRequest },
});
