import { isOpened } from "../../ground/group/group.sql.ts";

/** A meeting that was announced, whatever became of it: what the whole house reads of meetings. */
export const announced = (meeting = "it") => `(not ${meeting}.draft and ${isOpened(`${meeting}.group_id`)})`;

/** Drafts of one's own groups and places: `$first` and the next are the values of `draftsOf`. */
export const draftsReadable = (first: number, meeting = "it") => `($${first}::uuid[] is null
  or ${meeting}.group_id = any($${first}::uuid[])
  or ${meeting}.territory_id = any($${first + 1}::uuid[]) or ${meeting}.region_id = any($${first + 1}::uuid[]))`;

/** The meetings that one may read: those announced, and the drafts of one's own. */
export const readableMeeting = (first: number, meeting = "it") =>
  `(${announced(meeting)} or ${draftsReadable(first, meeting)})`;
