import type { ReactionKind } from "../../../graphql/resolvers.generated.ts";

/** Figures that are kept, by the questionnaire, objective, theme, territory, question or other thing that they are of; answers by wording. */
export type Figure =
  | `answers.${number}`
  | `${"responses" | "imported"}.on.${string}`
  | `reactions.${ReactionKind}`
  | "responses"
  | "responses.paper"
  | "responses.group"
  | "responses.people"
  | "responses.unpublished"
  | "responses.sector"
  | "responses.beyondFood"
  | "responses.readable"
  | "responses.kept"
  | "responses.named"
  | "texts"
  | "texts.named"
  | "texts.sector"
  | "aside"
  | "aside.named"
  | "texts.beyondFood"
  | "taken"
  | "taken.named"
  | "explained"
  | "explained.named"
  | "unread"
  | "unpublished"
  | "unpublished.named";

/** SQL: a figure of a subject, or of all those that a select gives, as a number. */
export const tally = (figure: Figure, subject: string) =>
  `(select coalesce(sum(y.n), 0)::int from tally y where y.figure = '${figure}' and y.subject_id ${
    subject.startsWith("select ") ? `in (${subject})` : `= ${subject}`
  })`;

/** SQL: a figure of a subject that is kept by day, over the days that come after one. */
export const tallyAfter = (figure: "responses" | "imported", subject: string, day: string) =>
  `(select coalesce(sum(y.n), 0)::int from tally y where y.subject_id = ${subject} and y.figure like '${figure}.on.%'
     and right(y.figure, 10) > to_char(${day}, 'YYYY-MM-DD'))`;
