import type { TypePolicies } from "@apollo/client";

/** Lists that an act makes shorter: the new one takes the place of the old one. */
const list = { merge: false };
const lists = (...names: string[]) => ({ fields: Object.fromEntries(names.map((name) => [name, list])) });
const part = { merge: true };

/** Cache policies of types that only a team changes: the public site carries none of them. */
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
    "sources",
    "words",
    "citationReviews",
  ),
  SynthesisParagraph: lists("keyPoints", "against", "passages", "reactions"),
  SynthesisRights: part,
  SynthesisAccounting: part,
  CitationCounts: part,
  // The bar of the team asks for their counts beside what a page asks for.
  ModerationDesk: part,
  ReadingDesk: part,
  Curation: part,
  MatterRights: part,
  // The proposals one chooses among come with fewer rights, and the banner asks for less of a second factor.
  ProposalRights: part,
  OwnSecondFactor: part,
};
