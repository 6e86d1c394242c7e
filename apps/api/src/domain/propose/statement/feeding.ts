/** Ids of the contributions that feed a proposal, be it still a draft: by a passage, or by a key point. */
export const feeding = `select p.contribution_id from passage p join statement_passage l on l.passage_id = p.id
  union select p.contribution_id from passage p
    join key_point_passage k on k.passage_id = p.id
    join statement_key_point l on l.key_point_id = k.key_point_id`;
