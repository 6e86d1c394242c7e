import { visible } from "../../ground/moderation/status.sql.ts";

const tenth = (id: string) => `('x' || left(md5(${id}::text), 8))::bit(32)::bigint % 10 = 0`;

/**
 * The texts `c` that two people read: a tenth of those of each objective that can be marked, drawn by a digest of their
 * id, so that it is always the same tenth, whoever asks and whenever. Of a small team no second reader is asked.
 */
export const drawn = `(${visible("c")} and c.minutes_block_id is null
  and ${tenth("c.id")}
  and exists (select from objective o join working_group g on g.id = o.group_id and not g.small_team
    where o.id = c.objective_id))`;

/** SQL condition: drawn texts that one other person has read. Their second reader reads blind. */
export const waitingFor = (person: string) => `(${drawn} and c.readers = 1
  and exists (select from reading r where r.contribution_id = c.id and r.person_id <> ${person}))`;

/** SQL: the same texts `c`, found by the only reading `r` of each, with a condition that goes on. */
export const waitingReadings = (person: string) => `reading r join contribution c on c.id = r.contribution_id
  where r.alone and ${tenth("r.contribution_id")} and r.person_id <> ${person} and ${drawn}`;
