import { hidByRuling } from "../../ground/moderation/status.sql.ts";
import { announced } from "../meeting/meeting.sql.ts";

/** Minutes that are final: their blocks are read and marked as texts are. */
export const publishedMinutes = (it: string) => `${it}.state = 'PUBLISHED'`;

/** Minutes that anybody may read: read over or published, of a meeting that was announced. */
export const toldMinutes = (it: string) =>
  `(${it}.state <> 'DRAFT' and exists (select from meeting m where m.id = ${it}.meeting_id and ${announced("m")}))`;

/** Corrections that wait for an answer. */
export const openCorrection = (it: string) => `${it}.state = 'OPEN'`;

/** Blocks that no moderator hid: the contribution that a block became has its id. */
export const blockShows = (b: string) => `not ${hidByRuling(`${b}.id`)}`;

/**
 * SQL: blocks `b` that everybody may read: words said by somebody wait for their consent, which none of them lacks once
 * minutes are published.
 */
export const blockTold = (b: string) => `(${b}.kind <> 'QUOTE'
  or exists (select from minutes_quote q where q.block_id = ${b}.id and q.agrees and q.edit = ${b}.edit)
  or exists (select from minutes n where n.id = ${b}.minutes_id and ${publishedMinutes("n")}))`;

/** SQL: a quote `q` of minutes whose speaker may be asked: they agreed to its words by their own link. */
export const spoke = (q: string) => `${q}.agrees and ${q}.attendance_id is not null`;

/** SQL: a contribution `c` that is a block of minutes somebody is quoted by, as they agreed to; `id` is their coming. */
export const saidBy = (c: string, id: string) =>
  `exists (select from minutes_quote q where q.block_id = ${c}.minutes_block_id and q.attendance_id = ${id} and ${spoke("q")})`;

/** SQL: the coming of whoever may be asked about a contribution `c` of minutes; null for any other. */
export const speakerOf = (c: string) =>
  `(select q.attendance_id from minutes_quote q join attendance a on a.id = q.attendance_id and not a.withdrawn
    where q.block_id = ${c}.minutes_block_id and ${spoke("q")})`;
