import type { Viewer } from "../../../platform/viewer.ts";
import { readingPolicy } from "../passage/passage.policy.ts";
import type { KeyPoint } from "./keyPoint.entity.ts";

/** Rights on the key points of a group. Pure. */
export const keyPointPolicy = {
  /** A merged one is read in the one that holds its words. */
  read: (viewer: Viewer, { state }: KeyPoint, groupId: string) =>
    state === "STATED" || (state === "WORKING" && readingPolicy.hold(viewer, groupId)),
  edit: (viewer: Viewer, groupId: string) => readingPolicy.hold(viewer, groupId),
  state: (viewer: Viewer, { state }: KeyPoint, groupId: string, peopleCount: number) =>
    readingPolicy.hold(viewer, groupId) && state === "WORKING" && twoPeopleSaid(peopleCount),
};

/** One voice is a voice: what is stated was said by two people at least. */
export const twoPeopleSaid = (peopleCount: number) => peopleCount >= 2;
