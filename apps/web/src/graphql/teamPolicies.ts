import type { TypePolicies } from "@apollo/client";

/** Lists that an act makes shorter: the new one takes the place of the old one. */
const list = { merge: false };
const lists = (...names: string[]) => ({ fields: Object.fromEntries(names.map((name) => [name, list])) });
const part = { merge: true };

/** How the cache holds what only a team changes: the site of everybody else carries none of it. */
export const teamPolicies: TypePolicies = {
  ComposedQuestionnaire: lists("flaws", "sections"),
  ComposedSection: lists("questions"),
  ComposedQuestion: lists("retiredOptions", "revisions"),
  Question: lists("options", "rows", "scale"),
  Synthesis: lists("reactions"),
  SynthesisVersion: lists(
    "paragraphs",
    "notHeard",
    "decisions",
    "nextSteps",
    "causes",
    "missing",
    "setAside",
    "unaccounted",
    "citationReviews",
  ),
  SynthesisParagraph: lists("keyPoints", "against", "passages", "reactions"),
  SynthesisRights: part,
  SynthesisAccounting: part,
  CitationCounts: part,
};
