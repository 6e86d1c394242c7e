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
  references: [Questionnaires, Sections, Questions],
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
  writtenTo: {
    table: "questionnaire",
    group: "(select o.group_id from objective o where o.id = it.objective_id)",
    title: "it.title",
    path: "'/questionnaires/' || it.slug",
    open: "it.published_at is not null and it.archived_at is null and it.closes_at > now()",
  },
  usesTerms: {
    SECTOR: "select jsonb_path_query(settings, '$.options[*].value') #>> '{}' from question",
    ORGANISATION_TYPE: "select jsonb_path_query(settings, '$.options[*].value') #>> '{}' from question",
  },
});
