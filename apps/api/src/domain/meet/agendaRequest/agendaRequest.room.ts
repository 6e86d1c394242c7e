import { room } from "../../../platform/room.ts";
import { AgendaRequests } from "./agendaRequest.entity.ts";
import { agendaRequestResolvers } from "./agendaRequest.resolvers.ts";
import { eraseRequestAgain } from "./agendaRequest.purges.ts";
import { moderatedAgendaRequest } from "./moderated.ts";

export const agendaRequestRoom = room({
  tables: [AgendaRequests],
  resolvers: [agendaRequestResolvers],
  erases: { "agendaRequest.withdrawn": eraseRequestAgain },
  moderated: { AGENDA_REQUEST: moderatedAgendaRequest },
});
