import type { MigrationInterface, QueryRunner } from "typeorm";

/** Figures of rows `a` of an answer, and of rows `c` of a contribution: a short answer that was marked counts as the answer. */
const answers = (rows: string, n: number) =>
  `select a.question_id as subject_id, a.question_revision as revision, ${n} as n from ${rows} a`;
const texts = (rows: string, n: number) => `select c.question_id, c.question_revision, ${n}
  from ${rows} c join question q on q.id = c.question_id and q.type = 'LONG_TEXT'
  where c.response_id is not null and c.status <> 'WITHDRAWN'`;

const append = (moves: string[]) => `insert into tally (figure, subject_id, n)
  select 'answers.' || revision, subject_id, sum(n) from (${moves.join(" union all ")}) moved (subject_id, revision, n)
  group by 1, 2 having sum(n) <> 0;`;

const acts = {
  added: { on: "INSERT", tables: "NEW TABLE AS added", rows: [["added", 1]] },
  changed: {
    on: "UPDATE",
    tables: "NEW TABLE AS added OLD TABLE AS removed",
    rows: [
      ["added", 1],
      ["removed", -1],
    ],
  },
  removed: { on: "DELETE", tables: "OLD TABLE AS removed", rows: [["removed", -1]] },
} as const;

/** How many answered a question, by the wording that they answered, is kept as other counts are. */
export class TallyOfAnswers202611282010 implements MigrationInterface {
  name = "TallyOfAnswers1795896600000";

  async up(db: QueryRunner) {
    await db.query(append([answers("answer", 1), texts("contribution", 1)]));
    for (const [table, lines] of [["answer", answers] as const, ["contribution", texts] as const])
      for (const [act, { on, tables, rows }] of Object.entries(acts)) {
        const name = `answers_${table}_${act}`;
        await db.query(`CREATE FUNCTION "${name}"() RETURNS trigger LANGUAGE plpgsql AS $body$ begin
          ${append(rows.map(([of, n]) => lines(of, n)))}
          return null;
        end $body$`);
        await db.query(`CREATE TRIGGER "${name}" AFTER ${on} ON "${table}" REFERENCING ${tables}
          FOR EACH STATEMENT EXECUTE FUNCTION "${name}"()`);
      }
  }

  async down(db: QueryRunner) {
    for (const table of ["answer", "contribution"])
      for (const act of Object.keys(acts)) await db.query(`DROP FUNCTION "answers_${table}_${act}"() CASCADE`);
    await db.query("DELETE FROM tally WHERE figure LIKE 'answers.%'");
  }
}
