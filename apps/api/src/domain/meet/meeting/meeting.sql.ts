/** A meeting that was announced, whatever became of it: what the whole house reads of meetings. */
export const announced = (meeting = "it") => `not ${meeting}.draft`;

/** The meetings of one's own drafts beside: `$first` and the next are the groups and the places of `draftsRead`. */
export const readableMeeting = (first: number, meeting = "it") => `(${announced(meeting)}
  or $${first}::uuid[] is null or ${meeting}.group_id = any($${first}::uuid[])
  or ${meeting}.territory_id = any($${first + 1}::uuid[]) or ${meeting}.region_id = any($${first + 1}::uuid[]))`;
