import type { EntityManager } from "typeorm";

/**
 * Folds the lines of each figure into one: what acts append since then stands beside it. One process at a time; who reads
 * meanwhile sees the lines of before or those of after, and the same sum.
 */
export const foldTally = (db: EntityManager) =>
  db.query(
    `with turn as materialized (select pg_try_advisory_xact_lock(716, 2) as mine),
       long as materialized (select y.subject_id, y.figure from turn, tally y where mine group by 1, 2, y.place_id having count(*) > 1 or sum(y.n) = 0),
       gone as (delete from tally y using (select distinct subject_id, figure from long) l
         where y.subject_id = l.subject_id and y.figure = l.figure returning y.*)
     insert into tally (figure, subject_id, place_id, n)
     select figure, subject_id, place_id, sum(n) from gone group by 1, 2, 3 having sum(n) <> 0`,
  );

/** Appends what makes every figure what a select says: its columns are those of a line. */
export const setRight = (db: EntityManager, truth: string) =>
  db.query(
    `insert into tally (figure, subject_id, place_id, n)
     select figure, subject_id, place_id, sum(n) from (
       select figure, subject_id, place_id, n from (${truth}) t union all select figure, subject_id, place_id, -n from tally) each
     group by 1, 2, 3 having sum(n) <> 0`,
  );
