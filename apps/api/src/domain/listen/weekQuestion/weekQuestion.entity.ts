import { EntitySchema } from "typeorm";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";

/** The question that a group asks in a week: one of a questionnaire, which takes its answers. */
export interface WeekQuestion {
  id: string;
  groupId: string;
  /** The Monday of the week. */
  week: string;
  questionId: string;
  askedById: string | null;
  askedAt: Date;
  withdrawnOn: string | null;
}

export const WeekQuestions = new EntitySchema<WeekQuestion>({
  name: "WeekQuestion",
  columns: {
    id: column.randomId,
    groupId: reference("WorkingGroup"),
    week: column.day,
    questionId: reference("Question"),
    askedById: optionalReference("Person"),
    askedAt: column.instant,
    withdrawnOn: column.optionalDay,
  },
  indices: [
    {
      name: "week_question_week",
      columns: ["groupId", "week"],
      unique: true,
      where: "withdrawn_on is null",
    },
  ],
});
