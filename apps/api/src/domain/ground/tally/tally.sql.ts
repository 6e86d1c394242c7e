/** Figures that are kept, by the questionnaire, objective, theme, territory or question that they are of; answers by wording. */
export type Figure =
  | `answers.${number}`
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
  | "taken"
  | "taken.named"
  | "explained"
  | "explained.named"
  | "unpublished"
  | "unpublished.named";

/** SQL: a figure of a subject, or of all those that a select gives, as a number. */
export const tally = (figure: Figure, subject: string) =>
  `(select coalesce(sum(y.n), 0)::int from tally y where y.figure = '${figure}' and y.subject_id ${
    subject.startsWith("select ") ? `in (${subject})` : `= ${subject}`
  })`;
