import { EntitySchema } from "typeorm";
import type { CitationResolution, CitationVerdict } from "../../../graphql/resolvers.generated.ts";
import { column, link, optionalReference } from "../../../platform/data/columns.ts";

/** What a person says, code in hand, of how they were cited. */
export interface CitationReview {
  passageId: string;
  verdict: CitationVerdict;
  text: string | null;
  reviewedOn: string;
  /** What the team did of it: the text was corrected, or was answered in public. */
  resolution: CitationResolution | null;
  /** What the team answered, for all to read. */
  reply: string | null;
  resolvedOn: string | null;
  resolvedById: string | null;
  /** A digest of how the words were cited then: what is corrected is cited in another way. */
  citedAs: string | null;
}

export const CitationReviews = new EntitySchema<CitationReview>({
  name: "CitationReview",
  columns: {
    passageId: link("Passage"),
    verdict: column.text,
    text: column.optionalText,
    reviewedOn: column.day,
    resolution: column.optionalText,
    reply: column.optionalText,
    resolvedOn: column.optionalDay,
    resolvedById: optionalReference("Person"),
    citedAs: column.optionalText,
  },
});
