/**
 * A response that speaks for a group, and a report of a meeting, are `speaksAs` GROUP: told beside (« 1
 * restitution, 40 présents ») and never added to individuals.
 */
import { EntitySchema } from "typeorm";
import type { Appearance, Channel, Language, SpeaksAs } from "../../../graphql/resolvers.generated.ts";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";
import { type TextVisibility, visibilityColumns } from "../../ground/moderation/visibility.columns.ts";

/** One filled questionnaire. It keeps a day; a time is kept only of those who appear under a name. */
export interface Response extends TextVisibility {
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
  authorName: string | null;
  organisationType: string | null;
  /** As given, at the level known; `regionId` is derived: today's region. */
  territoryId: string;
  regionId: string | null;
  sectors: string[];
  submittedOn: string;
  submittedAt: Date | null;
  /** Language of the mails to an address that was left with it. */
  followUpLanguage: Language;
  /** Digest of the code in the links of mails, which shows less than a receipt; null while none was sent. */
  mailedDigest: string | null;
  paperReference: string | null;
  meetingId: string | null;
  fictional: boolean;
  /** Grows when its author changes it. */
  revision: number;
  /** The revision of the questionnaire it was last answered at. */
  questionnaireRevision: number;
  speaksAs: SpeaksAs;
  /** The structure or the group it speaks for; null for individuals. */
  organisationName: string | null;
  /** The confirmed organisation it speaks for, under its name; no row tells by which member. */
  organisationId: string | null;
  /** People behind it: of a group, or present at a local meeting. Never added to individuals. */
  peopleCount: number | null;
  /** Person who typed it in, if it came on paper or from a meeting. */
  enteredById: string | null;
  /** The sheet of paper it was written on. */
  sheetId: string | null;
  /** The pile of paper it was typed in with. */
  batch: string | null;
  /** The day it was typed in, and who had collected it; null where it came by itself. */
  enteredOn: string | null;
  collectedBy: string | null;
  /** Questions that changed since and were left as they were answered: by their id, the revision that was left. */
  keptRevisions: Record<string, number>;
  editedOn: string | null;
  /** True while it is left out of counts by place and kind, until five more are told with it. */
  awaitsOthers: boolean;
  /** True while one of its texts waits for a moderator, who reads it with that one. Kept by the database. */
  heldByText: boolean;
}

/** A response as whoever holds a code of it sees it. */
export type Receipt = Response & {
  /** Reached by the link of a mail: it shows what is public of it, and what became of that. */
  byMail?: boolean;
};

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
    ...visibilityColumns,
    authorName: column.optionalText,
    organisationType: column.optionalText,
    territoryId: reference("Territory"),
    regionId: optionalReference("Territory"),
    sectors: column.textList,
    submittedOn: column.day,
    submittedAt: column.optionalInstant,
    followUpLanguage: { ...column.text, default: "fr" },
    mailedDigest: { ...column.optionalText, unique: true },
    paperReference: column.optionalText,
    meetingId: optionalReference("Meeting"),
    fictional: column.flag,
    revision: column.version,
    questionnaireRevision: column.version,
    speaksAs: { ...column.text, default: "INDIVIDUAL" },
    organisationName: column.optionalText,
    organisationId: optionalReference("Organisation"),
    peopleCount: column.optionalInteger,
    enteredById: optionalReference("Person"),
    sheetId: { ...optionalReference("Sheet"), unique: true },
    batch: column.optionalText,
    enteredOn: column.optionalDay,
    collectedBy: column.optionalText,
    keptRevisions: column.emptyJson,
    editedOn: column.optionalDay,
    awaitsOthers: column.flag,
    heldByText: column.flag,
  },
  indices: [
    { name: "response_awaiting", columns: ["questionnaireId"], where: "awaits_others" },
    { name: "response_draw", columns: ["questionnaireId", "id"] },
    { name: "response_once", columns: ["questionnaireId", "key"], unique: true },
    { name: "response_region", columns: ["questionnaireId", "regionId", "submittedOn", "status"] },
    { name: "response_submitted", columns: ["questionnaireId", "submittedOn"] },
    { name: "response_territory", columns: ["territoryId", "status", "appearance"] },
    {
      name: "response_held",
      columns: ["questionnaireId", "submittedOn", "id"],
      where: "status = 'HELD' and not held_by_text",
    },
  ],
  checks: [{ name: "response_shown_as_chosen", expression: "appearance <> 'UNPUBLISHED' or status <> 'VISIBLE'" }],
});

/** Answer to a closed question. Long texts are contributions, and live there alone. */
export interface Answer {
  responseId: string;
  questionId: string;
  /** As the checker of the questionnaire left it. */
  value: unknown;
  /** The words written for « other »; null when none. */
  other: string | null;
  /** The revision of the question it was given to. */
  questionRevision: number;
}

export const Answers = new EntitySchema<Answer>({
  name: "Answer",
  columns: {
    responseId: link("Response"),
    questionId: link("Question"),
    value: column.json,
    other: column.optionalText,
    questionRevision: column.version,
  },
});

/** Response before its author changed it. Erased with the response when it is withdrawn. */
export interface ResponseRevision {
  responseId: string;
  revision: number;
  /** The revision of the questionnaire it answered. */
  questionnaireRevision: number;
  /** Answers by question id, long texts included, as the checker left them. */
  answers: Record<string, unknown>;
  appearance: Appearance;
  authorName: string | null;
  replacedOn: string;
}

export const ResponseRevisions = new EntitySchema<ResponseRevision>({
  name: "ResponseRevision",
  columns: {
    responseId: link("Response"),
    revision: { ...column.integer, primary: true },
    questionnaireRevision: column.integer,
    answers: column.json,
    appearance: column.text,
    authorName: column.optionalText,
    replacedOn: column.day,
  },
});
