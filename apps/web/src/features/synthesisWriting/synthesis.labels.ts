import { m } from "@cahier/schema/messages";
import type { CitationVerdict, ParagraphKind } from "../../graphql/operations.generated.ts";
import type { Names } from "../../i18n/vocabulary.ts";
import type { Placed } from "./SynthesisDesk.ts";

export const kindNames: Names<ParagraphKind> = {
  AGREEMENT: m.synthesis_kind_AGREEMENT,
  DEBATE: m.synthesis_kind_DEBATE,
  MINORITY: m.synthesis_kind_MINORITY,
  HIGHLIGHT: m.synthesis_kind_HIGHLIGHT,
  QUOTE: m.synthesis_kind_QUOTE,
};

export const kindHeadings: Names<ParagraphKind> = {
  AGREEMENT: m.synthesis_agreement,
  DEBATE: m.synthesis_debate,
  MINORITY: m.synthesis_minority,
  HIGHLIGHT: m.synthesis_highlight,
  QUOTE: m.synthesis_quotes,
};

export const addNames: Names<ParagraphKind> = {
  AGREEMENT: m.synthesis_add_AGREEMENT,
  DEBATE: m.synthesis_add_DEBATE,
  MINORITY: m.synthesis_add_MINORITY,
  HIGHLIGHT: m.synthesis_add_HIGHLIGHT,
  QUOTE: m.synthesis_add_QUOTE,
};

export const placedNames: Names<ReturnType<Placed["of"]>> = {
  cited: m.synthesis_placed_cited,
  setAside: m.synthesis_placed_set_aside,
  toPlace: m.synthesis_placed_to_place,
};

export const placedTones = { cited: "done", setAside: "neutral", toPlace: "open" } as const;

export const verdictNames: Names<CitationVerdict> = {
  FAITHFUL: m.synthesis_verdict_FAITHFUL,
  TO_QUALIFY: m.synthesis_verdict_TO_QUALIFY,
  DISTORTED: m.synthesis_verdict_DISTORTED,
};
