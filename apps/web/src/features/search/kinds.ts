import { m } from "@cahier/schema/messages";
import type { SearchKind } from "../../graphql/operations.generated.ts";

/** Names of the kinds of results: of one, and of several. */
export const kindNames: Record<SearchKind, [one: () => string, several: () => string]> = {
  CONTRIBUTION: [m.search_kind_CONTRIBUTION, m.search_kinds_CONTRIBUTION],
  NOTEBOOK: [m.search_kind_NOTEBOOK, m.search_kinds_NOTEBOOK],
  KEY_POINT: [m.search_kind_KEY_POINT, m.search_kinds_KEY_POINT],
  SYNTHESIS: [m.search_kind_SYNTHESIS, m.search_kinds_SYNTHESIS],
  PROPOSAL: [m.search_kind_PROPOSAL, m.search_kinds_PROPOSAL],
  MINUTES: [m.search_kind_MINUTES, m.search_kinds_MINUTES],
  MEETING: [m.search_kind_MEETING, m.search_kinds_MEETING],
  DOCUMENT: [m.search_kind_DOCUMENT, m.search_kinds_DOCUMENT],
  INITIATIVE: [m.search_kind_INITIATIVE, m.search_kinds_INITIATIVE],
  INTERLOCUTOR: [m.search_kind_INTERLOCUTOR, m.search_kinds_INTERLOCUTOR],
  GLOSSARY_TERM: [m.search_kind_GLOSSARY_TERM, m.search_kinds_GLOSSARY_TERM],
  OBJECTIVE: [m.search_kind_OBJECTIVE, m.search_kinds_OBJECTIVE],
  TERRITORY: [m.search_kind_TERRITORY, m.search_kinds_TERRITORY],
};

/** The kind that an address names; null where it names none. */
export const kindIn = (name: string | null): SearchKind | null =>
  name && Object.hasOwn(kindNames, name) ? (name as SearchKind) : null;
