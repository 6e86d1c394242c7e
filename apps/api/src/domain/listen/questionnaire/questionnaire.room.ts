import { room } from "../../../platform/room.ts";
import {
  Questionnaires,
  Sections,
  Questions,
  QuestionRevisions,
  QuestionnaireRevisions,
} from "./questionnaire.entity.ts";
import { questionnaireResolvers } from "./questionnaire.resolvers.ts";
import { questionnaireWritingResolvers } from "./writing.resolvers.ts";

export const questionnaireRoom = room({
  tables: [Questionnaires, Sections, Questions, QuestionRevisions, QuestionnaireRevisions],
  resolvers: [questionnaireResolvers, questionnaireWritingResolvers],
});
