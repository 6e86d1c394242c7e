import { m } from "@cahier/schema/messages";
import type { SearchKind } from "../graphql/operations.generated.ts";

/** Names of the kinds of what a search finds, of one. */
export const searchKindNames: Record<SearchKind, () => string> = {
  CONTRIBUTION: m.search_kind_CONTRIBUTION,
  NOTEBOOK: m.search_kind_NOTEBOOK,
  KEY_POINT: m.search_kind_KEY_POINT,
  SYNTHESIS: m.search_kind_SYNTHESIS,
  PROPOSAL: m.search_kind_PROPOSAL,
  MINUTES: m.search_kind_MINUTES,
  MEETING: m.search_kind_MEETING,
  DOCUMENT: m.search_kind_DOCUMENT,
  INITIATIVE: m.search_kind_INITIATIVE,
  INTERLOCUTOR: m.search_kind_INTERLOCUTOR,
  GLOSSARY_TERM: m.search_kind_GLOSSARY_TERM,
  OBJECTIVE: m.search_kind_OBJECTIVE,
  TERRITORY: m.search_kind_TERRITORY,
};
