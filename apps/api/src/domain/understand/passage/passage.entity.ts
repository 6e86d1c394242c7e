/**
 * A passage is a stretch of one text. Where a proposal rests on a text of which nobody marked a stretch, the
 * passage is the whole text: statements have one kind of source. It says the last revision in which its words
 * stand: it follows them when the author changes the text, else keeps its quote.
 */
import { EntitySchema } from "typeorm";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";

/** A stretch of a contribution, with its words copied: they stay what was marked. */
export interface Passage {
  id: string;
  contributionId: string;
  /** In UTF-16 units, as browsers count. */
  startsAt: number;
  endsAt: number;
  quote: string;
  markedById: string | null;
  markedAt: Date;
  /** The last revision of the text in which its words stand, at these offsets: that in which it was marked, at least. */
  contributionRevision: number;
}

export const Passages = new EntitySchema<Passage>({
  name: "Passage",
  columns: {
    id: column.orderedId,
    contributionId: reference("Contribution"),
    startsAt: column.integer,
    endsAt: column.integer,
    quote: column.text,
    markedById: optionalReference("Person"),
    markedAt: column.instant,
    contributionRevision: column.version,
  },
  indices: [
    { name: "passage_once", columns: ["contributionId", "contributionRevision", "startsAt", "endsAt"], unique: true },
    // Their texts, without their words.
    { name: "passage_text", columns: ["id", "contributionId"] },
  ],
});

/** Link between a passage and a key point that it says. */
export interface KeyPointPassage {
  keyPointId: string;
  passageId: string;
  /** The response, or the free text, that says it, and its region, while anybody may read it: the database writes them. */
  voiceId?: string | null;
  regionId?: string | null;
  /** Its place, while it may be told of it: who answered gave a name. */
  placeId?: string | null;
  /** The objective of its key point, the day of its text and the text, while anybody may read it. */
  objectiveId?: string | null;
  saidOn?: string | null;
  textId?: string | null;
}

const kept = { type: "uuid", nullable: true, insert: false, update: false } as const;

export const KeyPointPassages = new EntitySchema<KeyPointPassage>({
  name: "KeyPointPassage",
  columns: {
    keyPointId: link("KeyPoint"),
    passageId: link("Passage"),
    voiceId: kept,
    regionId: kept,
    placeId: kept,
    objectiveId: kept,
    saidOn: { ...kept, type: "date" },
    textId: kept,
  },
  indices: [
    { name: "key_point_passage_passage", columns: ["passageId"] },
    { name: "key_point_passage_voice", columns: ["keyPointId", "voiceId", "regionId", "passageId"] },
    { name: "key_point_passage_told", columns: ["keyPointId", "passageId", "voiceId", "regionId", "textId"] },
    {
      name: "key_point_passage_order",
      columns: ["keyPointId", "saidOn", "textId", "passageId"],
      where: "said_on IS NOT NULL",
    },
    { name: "key_point_passage_region", columns: ["regionId", "keyPointId", "passageId"] },
    { name: "key_point_passage_place", columns: ["placeId", "keyPointId", "passageId"] },
    { name: "key_point_passage_said", columns: ["objectiveId", "saidOn", "textId", "passageId", "keyPointId"] },
  ],
});
