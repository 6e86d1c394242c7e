/**
 * Why a text waits, where its words do not tell: a group reads all before it appears, or it came in a flood. A line goes
 * when a moderator has ruled: nothing then tells what came from one device.
 */
import { EntitySchema } from "typeorm";
import type { HeldBecause, ModeratedKind, ReviewMode } from "../../../graphql/resolvers.generated.ts";
import { column, link, reference } from "../../../platform/data/columns.ts";

/** A text that waits for another reason than its words. */
export interface Hold {
  kind: ModeratedKind;
  textId: string;
  because: HeldBecause[];
  /** Digest of the device, within the group alone. */
  deviceDigest: string;
  /** Digest of what is alike in a flood: its words, its link, its device or address; null outside of one. */
  floodDigest: string | null;
}

export const Holds = new EntitySchema<Hold>({
  name: "Hold",
  columns: {
    kind: { ...column.text, primary: true },
    textId: { type: "uuid", primary: true },
    because: column.textList,
    deviceDigest: column.text,
    floodDigest: column.optionalText,
  },
  indices: [{ name: "hold_flood", columns: ["floodDigest"] }],
});

/** A device of which a moderator let a text appear, within one group: its next words do not wait for being its first. */
export interface KnownDevice {
  digest: string;
  knownOn: string;
}

export const KnownDevices = new EntitySchema<KnownDevice>({
  name: "KnownDevice",
  columns: { digest: { ...column.text, primary: true }, knownOn: column.day },
});

/** « Relire avant de publier »: what a group reads before it appears; texts with links and numbers where it says nothing. */
export interface GroupReview {
  groupId: string;
  mode: ReviewMode;
  /** Its last day; null without an end. */
  until: string | null;
}

/** The same for one thing that people write to: it stands before what its group chose. */
export interface ObjectReview extends GroupReview {
  objectId: string;
}

export const ObjectReviews = new EntitySchema<ObjectReview>({
  name: "ObjectReview",
  columns: {
    objectId: { type: "uuid", primary: true },
    groupId: reference("WorkingGroup"),
    mode: column.text,
    until: column.optionalDay,
  },
  indices: [{ name: "object_review_group", columns: ["groupId"] }],
});

export const ReviewChoices = new EntitySchema<GroupReview>({
  name: "ReviewChoice",
  columns: { groupId: link("WorkingGroup"), mode: column.text, until: column.optionalDay },
});
