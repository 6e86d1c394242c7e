import { room } from "../../../platform/room.ts";
import {
  Questionnaires,
  Sections,
  Questions,
  QuestionRevisions,
  QuestionnaireRevisions,
} from "./questionnaire.entity.ts";
import { questionnaireResolvers } from "./questionnaire.resolvers.ts";
import {
  followSteps,
  publishAtOpening,
  refuseWhileAsked,
  refuseWhileGroupAsks,
  rescheduleDrafts,
  startQuestionnaires,
} from "./launch.ts";
import { questionnaireWritingResolvers } from "./writing.resolvers.ts";

export const questionnaireRoom = room({
  tables: [Questionnaires, Sections, Questions, QuestionRevisions, QuestionnaireRevisions],
  resolvers: [questionnaireResolvers, questionnaireWritingResolvers],
  hears: {
    "group.created": startQuestionnaires,
    "schedule.drawn": rescheduleDrafts,
    "schedule.moved": async (tx, id, data) => {
      await rescheduleDrafts(tx, id);
      await followSteps(tx, id, data);
    },
    "group.opened": publishAtOpening,
    "group.archived": refuseWhileGroupAsks,
    "objective.withdrawn": (tx, id) => refuseWhileAsked(tx, id, "reason"),
  },
  usesTerms: {
    SECTOR: "select jsonb_path_query(settings, '$.options[*].value') #>> '{}' from question",
    ORGANISATION_TYPE: "select jsonb_path_query(settings, '$.options[*].value') #>> '{}' from question",
  },
});
