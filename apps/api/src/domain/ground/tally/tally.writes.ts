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

/** Columns of a line of texts that the team reads, and of a line of those that a reader read, but for how many. */
const ofTexts = "theme_id, objective_id, question_id, region_id, channel, unpublished, readers, marked, drawn";
const ofReaders = "person_id, theme_id, objective_id, question_id, marked, second";

/** Columns of a line of texts to which two readers gave the same two sets of key points. */
const ofPairs = "theme_id, objective_id, question_id, one, other";

const each = (columns: string, line: string) => columns.replaceAll(/\w+/g, `${line}.$&`);

/** Folds the lines of a table that are counted together, in the same way. */
const fold = (db: EntityManager, table: string, columns: string, turn: number) =>
  db.query(
    `with turn as materialized (select pg_try_advisory_xact_lock(716, ${turn}) as mine),
       long as materialized (select ${columns} from turn, ${table} where mine group by ${columns} having count(*) > 1 or sum(n) = 0),
       gone as (delete from ${table} y using long l where (${each(columns, "y")}) = (${each(columns, "l")}) returning y.*)
     insert into ${table} (${columns}, n) select ${columns}, sum(n) from gone group by ${columns} having sum(n) <> 0`,
  );

/** Folds the lines of texts that the team reads. */
export const foldTexts = (db: EntityManager) => fold(db, "text_tally", ofTexts, 3);
/** Folds the lines of texts that each reader read. */
export const foldReaders = (db: EntityManager) => fold(db, "reader_tally", ofReaders, 4);

/** Folds the lines of texts that two people read. */
export const foldPairs = (db: EntityManager) => fold(db, "pair_tally", ofPairs, 5);

/** Appends what makes every figure what a select says: its columns are those of a line. */
export const setRight = (db: EntityManager, truth: string) =>
  db.query(
    `insert into tally (figure, subject_id, place_id, n)
     select figure, subject_id, place_id, sum(n) from (
       select figure, subject_id, place_id, n from (${truth}) t union all select figure, subject_id, place_id, -n from tally) each
     group by 1, 2, 3 having sum(n) <> 0`,
  );

/** Appends what makes the lines of a table what a select says. */
const setLinesRight = (db: EntityManager, table: string, columns: string, truth: string) =>
  db.query(
    `insert into ${table} (${columns}, n) select ${columns}, sum(n) from (
       select ${columns}, n from (${truth}) t union all select ${columns}, -n from ${table}) each
     group by ${columns} having sum(n) <> 0`,
  );

/** The same of texts that the team reads. */
export const setTextsRight = (db: EntityManager, truth: string) => setLinesRight(db, "text_tally", ofTexts, truth);
/** The same of texts that each reader read. */
export const setReadersRight = (db: EntityManager, truth: string) =>
  setLinesRight(db, "reader_tally", ofReaders, truth);
/** The same of texts that two people read. */
export const setPairsRight = (db: EntityManager, truth: string) => setLinesRight(db, "pair_tally", ofPairs, truth);

/** Keeps as responses that led nowhere those that a select says, and no other. */
export const setLedNowhereRight = (db: EntityManager, truth: string) =>
  db.query(
    `with truth as materialized (${truth}), gone as (
       delete from led_nowhere y where not exists (
         select from truth x where (x.voice_id, x.theme_id, x.objective_id) = (y.voice_id, y.theme_id, y.objective_id)))
     insert into led_nowhere (voice_id, theme_id, objective_id, last_on) select voice_id, theme_id, objective_id, last_on from truth
     on conflict (voice_id, theme_id, objective_id) do update set last_on = excluded.last_on`,
  );
