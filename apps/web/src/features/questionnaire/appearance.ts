import { m } from "@cahier/schema/messages";
import { appearsAs } from "@cahier/schema/questionnaire/appears";
import type { Draft } from "./draft/draft.ts";
import type { SpokenFor } from "./Voice.tsx";

/** The territory one speaks from, in words, and its region. */
export interface PlaceSaid {
  territory: string;
  region: string;
}

/** Words for how a response will appear, read before it is sent. */
export function appearanceWords(
  { appearance, authorName }: Pick<Draft, "appearance" | "authorName">,
  { organisationName, peopleCount }: Pick<SpokenFor, "organisationName" | "peopleCount">,
  said: PlaceSaid | undefined,
) {
  if (appearance === "UNPUBLISHED") return m.questionnaire_appears_not();
  const nowhere = { territory: m.questionnaire_no_place() };
  const shown = appearsAs({ appearance, authorName, organisationName }, said ?? nowhere);
  const group = peopleCount ? m.contribution_group({ count: peopleCount }) : "";
  const name = [shown.authorName, shown.organisationName].filter(Boolean).join(", ");
  const words = name ? [name, group, shown.place] : [group, m.questionnaire_appears_anonymous(shown)];
  return words.filter(Boolean).join(", ");
}
