/**
 * Citations of key points as they are read: what a version that is frozen says of one that was merged since, it says of
 * the one that holds its words. To be given a name where it is joined.
 */
export const citations = `(select ct.paragraph_id, coalesce(k.merged_into_id, k.id) as key_point_id, ct.against
  from citation ct join key_point k on k.id = ct.key_point_id)`;
