import { visible } from "../../ground/moderation/status.sql.ts";

/** SQL condition: the id of a text is one of the tenth that two people read. */
export const tenth = (id: string) => `('x' || left(md5(${id}::text), 8))::bit(32)::bigint % 10 = 0`;

/** SQL: the objectives of teams that are not small. */
export const askedTwice = "select o.id from objective o join working_group g on g.id = o.group_id and not g.small_team";

/**
 * The texts `c` that two people read: a tenth of those of each objective that can be marked, drawn by a digest of their
 * id, so that it is always the same tenth, whoever asks and whenever. Of a small team no second reader is asked.
 * Agreement is measured on them alone: those that a reader keeps for two are the hard ones.
 */
export const drawn = `(${visible("c")} and c.minutes_block_id is null
  and ${tenth("c.id")}
  and exists (select from objective o join working_group g on g.id = o.group_id and not g.small_team
    where o.id = c.objective_id))`;

/** SQL: ids of the texts that somebody else keeps for two. */
const keptByOthers = (person: string) =>
  `any(array(select k.contribution_id from kept_for_two k where k.person_id <> ${person}))`;

/** SQL condition: all texts that are read second, those that two have read too. */
export const readSecond = `(${drawn} or c.id = any(array(select k.contribution_id from kept_for_two k)))`;

/** SQL condition: texts that one other person alone has read. */
const readByAnother = (person: string) => `c.readers = 1
  and exists (select from reading r where r.contribution_id = c.id and r.person_id <> ${person})`;

/** SQL condition: texts that somebody else keeps for two, and that one other person has read. */
export const keptFor = (person: string) => `(c.id = ${keptByOthers(person)} and ${readByAnother(person)})`;

/** SQL condition: drawn texts that one other person has read, and that nobody else keeps for two. */
export const drawnFor = (person: string) => `(${drawn} and ${readByAnother(person)}
  and not c.id = ${keptByOthers(person)})`;

/** SQL condition: texts that wait for a second reader, kept for two or drawn: who reads them blind. */
export const waitingFor = (person: string) =>
  `(${readByAnother(person)} and (${drawn} or c.id = ${keptByOthers(person)}))`;

/** SQL: texts `c` that somebody else keeps for two, and that wait for a person, with a condition that goes on. */
export const keptReadings = (person: string) => `kept_for_two k join contribution c on c.id = k.contribution_id
  where k.person_id <> ${person} and ${readByAnother(person)}`;

/** SQL: texts that one person alone read, of the tenth. */
const readAlone = `select contribution_id from reading where alone and ${tenth("contribution_id")}`;

/**
 * SQL: drawn texts `c` that wait for a person, found by the only reading `r` of each, with a condition that
 * goes on. An index is by person: readings of before and after one are found by it, those of anybody else are not.
 * « offset 0 » keeps it to one process: others take longer to begin than it does to end.
 */
export const drawnReadings = (person: string) => `(${readAlone} and person_id < ${person}
    union all ${readAlone} and person_id > ${person} offset 0) r join contribution c on c.id = r.contribution_id
  where ${drawn}
    and not exists (select from kept_for_two k where k.contribution_id = c.id and k.person_id <> ${person})`;
