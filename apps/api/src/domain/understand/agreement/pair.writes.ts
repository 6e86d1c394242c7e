import type { EntityManager } from "typeorm";
import { visible } from "../../ground/moderation/status.sql.ts";
import { nobody } from "../../ground/tally/text.sql.ts";
import { tenth } from "../passage/second.filter.ts";

const codes = (reader: number) => `array(select distinct k.key_point_id from reading_code k
  where k.contribution_id = c.id and k.person_id = r.people[${reader}] order by 1)`;

/**
 * SQL: what the first two readers of each text gave it, each alone, of the tenth that two people read. Triggers keep it, as
 * `reading_pair`, and how many texts have the same pair, as `pair_tally`.
 */
export const pairs = `select c.id as contribution_id, c.theme_id, c.objective_id,
    coalesce(c.question_id, ${nobody}) as question_id, ${codes(1)} as one, ${codes(2)} as other, r.read_at
  from contribution c cross join lateral (
    select array_agg(r.person_id order by r.read_at, r.person_id) as people, max(r.read_at) as read_at
    from reading r where r.contribution_id = c.id having count(*) > 1) r
  where ${visible("c")} and c.minutes_block_id is null and c.objective_id is not null and ${tenth("c.id")}`;

/** Keeps anew what two readers gave to each text: for tables that were copied, or an operator. */
export const keepPairsAnew = (db: EntityManager) =>
  db.query(`select keep_pairs(array(select contribution_id from reading_pair
    union select contribution_id from reading where not alone))`);
