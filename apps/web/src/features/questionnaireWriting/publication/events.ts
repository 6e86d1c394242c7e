import { m } from "@cahier/schema/messages";
import type { ComposedQuestionnaire } from "../composed.tsx";

type Event = ComposedQuestionnaire["history"][number];

const words: Record<string, (about: { code: string }) => string> = {
  "questionnaire.created": m.questionnaireWriting_event_created,
  "questionnaire.edited": m.questionnaireWriting_event_edited,
  "questionnaire.rescheduled": m.questionnaireWriting_event_rescheduled,
  "questionnaire.promised": m.questionnaireWriting_event_promised,
  "questionnaire.takenUp": m.questionnaireWriting_event_takenUp,
  "questionnaire.publicationAsked": m.questionnaireWriting_event_asked,
  "questionnaire.published": m.questionnaireWriting_event_published,
  "questionnaire.unpublished": m.questionnaireWriting_unpublished,
  "questionnaire.paused": m.questionnaireWriting_event_paused,
  "questionnaire.resumed": m.questionnaireWriting_event_resumed,
  "questionnaire.closed": m.questionnaireWriting_event_closed,
  "questionnaire.reopened": m.questionnaireWriting_event_reopened,
  "questionnaire.archived": m.questionnaireWriting_event_archived,
  "questionnaire.unarchived": m.questionnaireWriting_unarchived,
  "questionnaire.resultsShown": m.questionnaireWriting_event_results,
  "questionnaire.exported": m.export_event,
  "section.added": m.questionnaireWriting_event_part_added,
  "section.edited": m.questionnaireWriting_event_part_edited,
  "section.moved": m.questionnaireWriting_event_part_moved,
  "section.removed": m.questionnaireWriting_event_part_removed,
  "question.added": m.questionnaireWriting_event_question_added,
  "question.asked": m.questionnaireWriting_event_question_asked,
  "question.edited": m.questionnaireWriting_event_question_edited,
  "question.reworded": m.questionnaireWriting_event_question_reworded,
  "question.moved": m.questionnaireWriting_event_question_moved,
  "question.removed": m.questionnaireWriting_event_question_removed,
  "question.retired": m.questionnaireWriting_event_question_retired,
  "question.restored": m.questionnaireWriting_event_question_restored,
};

const codes: Record<string, () => string> = {
  HIDDEN: m.questionnaireWriting_shown_HIDDEN,
  CHOSEN: m.questionnaireWriting_shown_CHOSEN,
  ALL: m.questionnaireWriting_shown_ALL,
};

/** Says a code of the journal in words; other notes are words already. */
export const notedWords = (noted: string) => codes[noted]?.() ?? noted;

/** Says an event in a sentence. */
export const eventWords = ({ event, questionCode }: Event) =>
  (words[event] ?? m.questionnaireWriting_event_other)({ code: questionCode ?? "" });
