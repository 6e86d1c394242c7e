import { visible } from "../../ground/moderation/status.sql.ts";
/**
 * The texts `c` that two people read: a tenth of those of each objective that can be marked, drawn by a digest of their
 * id, so that it is always the same tenth, whoever asks and whenever. Of a small team no second reader is asked.
 */
export const drawn = `(${visible("c")} and c.minutes_block_id is null
  and ('x' || left(md5(c.id::text), 8))::bit(32)::bigint % 10 = 0
  and exists (select from objective o join working_group g on g.id = o.group_id and not g.small_team
    where o.id = c.objective_id))`;

/** SQL condition: drawn texts that one other person has read. Their second reader reads blind. */
export const waitingFor = (person: string) => `(${drawn} and (
  select count(*) = 1 and bool_and(r.person_id <> ${person}) from reading r where r.contribution_id = c.id))`;
