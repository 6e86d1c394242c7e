import { m } from "@cahier/schema/messages";
import type { Composition } from "./composition.tsx";

type Event = Composition["history"][number];

const words: Record<string, (about: { code: string }) => string> = {
  "questionnaire.created": m.studio_event_created,
  "questionnaire.edited": m.studio_event_edited,
  "questionnaire.rescheduled": m.studio_event_rescheduled,
  "questionnaire.promised": m.studio_event_promised,
  "questionnaire.publicationAsked": m.studio_event_asked,
  "questionnaire.published": m.studio_event_published,
  "questionnaire.paused": m.studio_event_paused,
  "questionnaire.resumed": m.studio_event_resumed,
  "questionnaire.closed": m.studio_event_closed,
  "questionnaire.reopened": m.studio_event_reopened,
  "questionnaire.archived": m.studio_event_archived,
  "questionnaire.resultsShown": m.studio_event_results,
  "questionnaire.exported": m.export_event,
  "section.added": m.studio_event_part_added,
  "section.edited": m.studio_event_part_edited,
  "section.moved": m.studio_event_part_moved,
  "section.removed": m.studio_event_part_removed,
  "question.added": m.studio_event_question_added,
  "question.asked": m.studio_event_question_asked,
  "question.edited": m.studio_event_question_edited,
  "question.reworded": m.studio_event_question_reworded,
  "question.moved": m.studio_event_question_moved,
  "question.removed": m.studio_event_question_removed,
  "question.retired": m.studio_event_question_retired,
  "question.restored": m.studio_event_question_restored,
};

const codes: Record<string, () => string> = {
  HIDDEN: m.studio_shown_HIDDEN,
  CHOSEN: m.studio_shown_CHOSEN,
  ALL: m.studio_shown_ALL,
};

/** What the journal notes as a code, in words; anything else is in words already. */
export const notedWords = (noted: string) => codes[noted]?.() ?? noted;

/** What happened, in a sentence. */
export const eventWords = ({ event, questionCode }: Event) =>
  (words[event] ?? m.studio_event_other)({ code: questionCode ?? "" });
