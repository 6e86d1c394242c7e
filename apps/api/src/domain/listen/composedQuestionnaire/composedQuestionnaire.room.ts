import { room } from "../../../platform/room.ts";
import { composedQuestionnaireResolvers } from "./composedQuestionnaire.resolvers.ts";

export const composedQuestionnaireRoom = room({
  resolvers: [composedQuestionnaireResolvers],
});
