import type { MigrationInterface, QueryRunner } from "typeorm";

/** Figures of rows `r` of a response of people, by the day it came. */
const responses = (
  rows: string,
  n: number,
) => `select 'responses.on.' || to_char(r.submitted_on, 'YYYY-MM-DD'), r.questionnaire_id, ${n}
  from ${rows} r where r.status in ('VISIBLE', 'UNPUBLISHED', 'HELD') and r.speaks_as <> 'GROUP'`;

/** Figures of rows `c` of a contribution: by the day of its import, and by what it speaks of beside food. */
const texts = (
  rows: string,
  n: number,
) => `select 'imported.on.' || to_char(c.imported_on, 'YYYY-MM-DD'), c.objective_id, ${n}
  from ${rows} c where c.imported_on is not null and c.status in ('VISIBLE', 'UNPUBLISHED', 'HELD')
  union all select 'texts.sector', c.theme_id, ${n} from ${rows} c where c.status = 'VISIBLE' and c.sectors <> '{}'
  union all select 'texts.beyondFood', c.theme_id, ${n} from ${rows} c where c.status = 'VISIBLE' and not c.sectors <@ '{FOOD}'`;

const append = (moves: string[]) => `insert into tally (figure, subject_id, n)
  select figure, subject_id, sum(n) from (${moves.join(" union all ")}) moved (figure, subject_id, n)
  where subject_id is not null group by 1, 2 having sum(n) <> 0;`;

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

/** How many answered or were imported on each day, and how many texts speak of more than food, are kept as other counts are. */
export class TallyByDay202611282350 implements MigrationInterface {
  name = "TallyByDay1795909800000";

  async up(db: QueryRunner) {
    await db.query(append([responses("response", 1), texts("contribution", 1)]));
    for (const [table, lines] of [["response", responses] as const, ["contribution", texts] as const])
      for (const [act, { on, tables, rows }] of Object.entries(acts)) {
        const name = `days_${table}_${act}`;
        await db.query(`CREATE FUNCTION "${name}"() RETURNS trigger LANGUAGE plpgsql AS $body$ begin
          ${append(rows.map(([of, n]) => lines(of, n)))}
          return null;
        end $body$`);
        await db.query(`CREATE TRIGGER "${name}" AFTER ${on} ON "${table}" REFERENCING ${tables}
          FOR EACH STATEMENT EXECUTE FUNCTION "${name}"()`);
      }
  }

  async down(db: QueryRunner) {
    for (const table of ["response", "contribution"])
      for (const act of Object.keys(acts)) await db.query(`DROP FUNCTION "days_${table}_${act}"() CASCADE`);
    await db.query("DELETE FROM tally WHERE figure LIKE '%.on.%' OR figure IN ('texts.sector', 'texts.beyondFood')");
  }
}
