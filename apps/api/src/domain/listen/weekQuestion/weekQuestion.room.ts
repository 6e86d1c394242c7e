import { room } from "../../../platform/room.ts";
import { WeekQuestions } from "./weekQuestion.entity.ts";
import { weekQuestionResolvers } from "./weekQuestion.resolvers.ts";

export const weekQuestionRoom = room({ tables: [WeekQuestions], resolvers: [weekQuestionResolvers] });
