import { m } from "@cahier/schema/messages";
import type { Inbox_matters, MatterKind } from "../../graphql/operations.generated.ts";

/** The values of a sentence: `said` is its count, or that there are more than are counted. */
type Said = Pick<Inbox_matters["nodes"][number], "count"> & { said: string; title: string; number: number };

/** Sentence of each kind of waiting matter. */
export const matterNames: Record<MatterKind, (it: Said) => string> = {
  HELD_TEXTS: m.matter_HELD_TEXTS,
  REPORTED_TEXTS: m.matter_REPORTED_TEXTS,
  APPEAL: m.matter_APPEAL,
  QUESTIONNAIRE: m.matter_QUESTIONNAIRE,
  SYNTHESIS: m.matter_SYNTHESIS,
  PROPOSAL: m.matter_PROPOSAL,
  ADOPTION: m.matter_ADOPTION,
  REPLY: m.matter_REPLY,
  AMENDMENT: m.matter_AMENDMENT,
  SUPPLIES: m.matter_SUPPLIES,
  CITATIONS: m.matter_CITATIONS,
  ORGANISATION: m.matter_ORGANISATION,
  INITIATIVES: m.matter_INITIATIVES,
  CANDIDACY: m.matter_CANDIDACY,
  AGENDA: m.matter_AGENDA,
  CORRECTIONS: m.matter_CORRECTIONS,
  MINUTES: m.matter_MINUTES,
  READ_OVER: m.matter_READ_OVER,
  CHECKPOINT: m.matter_CHECKPOINT,
  OVERDUE: m.matter_OVERDUE,
  ACTIONS: m.matter_ACTIONS,
  PAPER: m.matter_PAPER,
  NOTEBOOKS: m.matter_NOTEBOOKS,
  KEPT_FOR_TWO: m.matter_KEPT_FOR_TWO,
  SECOND_READINGS: m.matter_SECOND_READINGS,
  NO_READER: m.matter_NO_READER,
  READING: m.matter_READING,
};

/** The act that ends the wait. */
export const actNames: Record<MatterKind, () => string> = {
  HELD_TEXTS: m.matter_go_HELD_TEXTS,
  REPORTED_TEXTS: m.matter_go_REPORTED_TEXTS,
  APPEAL: m.matter_go_decide,
  QUESTIONNAIRE: m.matter_go_read,
  SYNTHESIS: m.matter_go_read,
  PROPOSAL: m.matter_go_read,
  ADOPTION: m.matter_go_confirm,
  REPLY: m.matter_go_confirm,
  AMENDMENT: m.matter_go_decide,
  SUPPLIES: m.matter_go_answer,
  CITATIONS: m.matter_go_correct,
  ORGANISATION: m.matter_go_confirm,
  INITIATIVES: m.matter_go_judge,
  CANDIDACY: m.matter_go_answer,
  AGENDA: m.matter_go_answer,
  CORRECTIONS: m.matter_go_answer,
  MINUTES: m.matter_go_write,
  READ_OVER: m.matter_go_publish,
  CHECKPOINT: m.matter_go_write,
  OVERDUE: m.matter_go_remind,
  ACTIONS: m.matter_go_see,
  PAPER: m.matter_go_settle,
  NOTEBOOKS: m.matter_go_read,
  KEPT_FOR_TWO: m.matter_go_read,
  SECOND_READINGS: m.matter_go_read,
  NO_READER: m.matter_go_entrust,
  READING: m.matter_go_reading,
};
