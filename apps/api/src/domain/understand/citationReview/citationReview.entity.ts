import { EntitySchema } from "typeorm";
import type { CitationResolution, CitationVerdict } from "../../../graphql/resolvers.generated.ts";
import { column, link, optionalReference } from "../../../platform/data/columns.ts";

/** Review of a citation by the person cited, authenticated by the code of their receipt, or of their coming to a meeting. */
export interface CitationReview {
  passageId: string;
  verdict: CitationVerdict;
  text: string | null;
  reviewedOn: string;
  /** Resolution by the team: the text was corrected, or answered in public. */
  resolution: CitationResolution | null;
  /** Reply of the team, public. */
  reply: string | null;
  resolvedOn: string | null;
  resolvedById: string | null;
  /** Digest of the citations at the time of the review: a corrected text has another. */
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
