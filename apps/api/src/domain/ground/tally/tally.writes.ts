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

/** Columns of a line of texts that the team reads, but for how many. */
const ofTexts = "theme_id, objective_id, question_id, region_id, channel, unpublished, readers, marked, drawn";

const each = (line: string) => ofTexts.replaceAll(/\w+/g, `${line}.$&`);

/** Folds the lines of texts that are counted together, in the same way. */
export const foldTexts = (db: EntityManager) =>
  db.query(
    `with turn as materialized (select pg_try_advisory_xact_lock(716, 3) as mine),
       long as materialized (select ${ofTexts} from turn, text_tally where mine group by ${ofTexts} having count(*) > 1 or sum(n) = 0),
       gone as (delete from text_tally y using long l where (${each("y")}) = (${each("l")}) returning y.*)
     insert into text_tally (${ofTexts}, n) select ${ofTexts}, sum(n) from gone group by ${ofTexts} having sum(n) <> 0`,
  );

/** Appends what makes every figure what a select says: its columns are those of a line. */
export const setRight = (db: EntityManager, truth: string) =>
  db.query(
    `insert into tally (figure, subject_id, place_id, n)
     select figure, subject_id, place_id, sum(n) from (
       select figure, subject_id, place_id, n from (${truth}) t union all select figure, subject_id, place_id, -n from tally) each
     group by 1, 2, 3 having sum(n) <> 0`,
  );

/** Appends what makes the lines of texts what a select says. */
export const setTextsRight = (db: EntityManager, truth: string) =>
  db.query(
    `insert into text_tally (${ofTexts}, n) select ${ofTexts}, sum(n) from (
       select ${ofTexts}, n from (${truth}) t union all select ${ofTexts}, -n from text_tally) each
     group by ${ofTexts} having sum(n) <> 0`,
  );
