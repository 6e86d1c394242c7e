import { room } from "../../../platform/room.ts";
import { draftRoutes } from "./draft.routes.ts";
import { Responses, ResponseRevisions, Answers } from "./response.entity.ts";
import { moderatedResponse, moderatedText } from "./moderated.ts";
import { forgetFollowers, forgetPaper } from "./response.writes.ts";
import { responseResolvers } from "./response.resolvers.ts";
import { erasedWith, responseErasures } from "./withdraw.writes.ts";
import { responseRoutes } from "./response.routes.ts";

export const responseRoom = room({
  tables: [Responses, ResponseRevisions, Answers],
  resolvers: [responseResolvers],
  usesTerms: {
    SECTOR: "select unnest(sectors) from response",
    ORGANISATION_TYPE: "select organisation_type from response where organisation_type is not null",
  },
  moderated: { CONTRIBUTION: moderatedText, RESPONSE: moderatedResponse },
  erases: responseErasures,
  hears: { "person.erased": erasedWith },
  purges: { followUp: forgetFollowers, paper: forgetPaper },
  routes: [responseRoutes, draftRoutes],
});
