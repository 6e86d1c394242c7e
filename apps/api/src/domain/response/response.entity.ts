import { EntitySchema } from "typeorm";
import type { Appearance, Channel, CitationVerdict, ResponseStatus } from "../../graphql/resolvers.generated.ts";
import { column, link, optionalReference, reference } from "../../platform/columns.ts";

/** One filled questionnaire. It keeps a day; a time is kept only of those who appear under a name. */
export interface Response {
  id: string;
  questionnaireId: string;
  /** Made by the client when the draft begins: one response for it, whatever the retries. */
  key: string;
  /** Digest of what was sent, so that the same key with something else is a conflict. */
  digest: string;
  /** Digest of the receipt code, by which it is found. */
  receiptDigest: string;
  /** The option it is about where the questionnaire repeats; empty otherwise. */
  repeatKey: string;
  channel: Channel;
  appearance: Appearance;
  status: ResponseStatus;
  authorName: string | null;
  organisationType: string | null;
  /** As given, at the level known; `regionId` is derived: today's region. */
  territoryId: string;
  regionId: string | null;
  sectors: string[];
  submittedOn: string;
  submittedAt: Date | null;
  /** Where to be told of what follows; never shown. */
  followUpEmail: string | null;
  paperReference: string | null;
  meetingId: string | null;
  fictional: boolean;
}

export const Responses = new EntitySchema<Response>({
  name: "Response",
  columns: {
    id: column.randomId,
    questionnaireId: reference("Questionnaire"),
    key: column.text,
    digest: column.text,
    receiptDigest: { ...column.text, unique: true },
    repeatKey: { ...column.text, default: "" },
    channel: column.text,
    appearance: column.text,
    status: { ...column.text, default: "SUBMITTED" },
    authorName: column.optionalText,
    organisationType: column.optionalText,
    territoryId: reference("Territory"),
    regionId: optionalReference("Territory"),
    sectors: column.textList,
    submittedOn: column.day,
    submittedAt: column.optionalInstant,
    followUpEmail: column.optionalText,
    paperReference: column.optionalText,
    meetingId: optionalReference("Meeting"),
    fictional: column.flag,
  },
  indices: [
    { name: "response_once", columns: ["questionnaireId", "key"], unique: true },
    { name: "response_region", columns: ["questionnaireId", "regionId"] },
    { name: "response_territory", columns: ["territoryId", "status", "appearance"] },
  ],
});

/** What a closed question was answered with. Long texts are contributions, and live there alone. */
export interface Answer {
  responseId: string;
  questionId: string;
  /** As the checker of the questionnaire left it. */
  value: unknown;
  /** The words written for « other »; null when none. */
  other: string | null;
}

export const Answers = new EntitySchema<Answer>({
  name: "Answer",
  columns: {
    responseId: link("Response"),
    questionId: link("Question"),
    value: column.json,
    other: column.optionalText,
  },
});

/** What a person says, code in hand, of how they were cited. */
export interface CitationReview {
  passageId: string;
  verdict: CitationVerdict;
  text: string | null;
  reviewedOn: string;
}

export const CitationReviews = new EntitySchema<CitationReview>({
  name: "CitationReview",
  columns: {
    passageId: link("Passage"),
    verdict: column.text,
    text: column.optionalText,
    reviewedOn: column.day,
  },
});
