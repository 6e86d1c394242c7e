import type { MigrationInterface, QueryRunner } from "typeorm";

/** Tables in which a new row adds something to read, since an earlier migration. */
const adds = [
  ...["answer", "contribution", "attachment", "attachment_file", "reaction", "objection", "argument_rating"],
  ...["agenda_request", "supply", "report"],
];

/** Tables of which some updates change nothing to read, each with the columns that say nothing. */
const compared = { response: "awaits_others", consent: "" };

const moved = (kind: 1 | 2, sequence: string) =>
  `moved := case when pg_advisory_xact_lock_shared(716, ${kind}) is null then 0 else nextval('${sequence}') end;`;

/** Function of the statement: it moves the end of what is kept, but for operations that another trigger looks at. */
const noteChange = (left: string) => `
  create or replace function note_change() returns trigger language plpgsql as $$ declare moved bigint; begin
    ${moved(1, "database_change")}
    if tg_argv[0] = 'aside' or (tg_argv[0] = 'adds' and tg_op in (${left})) then return null; end if;
    ${moved(2, "database_ending")}
    return null;
  end $$;`;

const watched = (table: string, operations = "insert or update or delete or truncate") => `
  drop trigger note_change on ${table};
  create trigger note_change after ${operations} on ${table} for each statement execute function note_change('adds');`;

const watchedByRow = (table: string, changed: string) => `
  create trigger note_change_rows after update on ${table} for each row
    when (old.xmin <> pg_current_xact_id()::xid and ${changed}) execute function end_kept();`;

/**
 * A row that a transaction writes and changes before it ends was on no page: its update ends none of those that are kept.
 * A text that is held back as it comes is such a row, so that no flood of them empties what is kept.
 */
export class UnseenRows202612011210 implements MigrationInterface {
  name = "UnseenRows1796127000000";

  async up(db: QueryRunner) {
    await db.query(`
      ${noteChange("'INSERT', 'UPDATE'")}
      create function end_kept() returns trigger language plpgsql as $$ declare moved bigint; begin
        ${moved(2, "database_ending")}
        return null;
      end $$;
      drop trigger note_change_rows on response;
      drop trigger note_change_rows on consent;
      drop function note_change_rows;
      ${Object.keys(compared)
        .map((table) => watched(table))
        .join("")}
      ${adds.map((table) => watchedByRow(table, "old is distinct from new")).join("")}
      ${Object.entries(compared)
        .map(([table, left]) => watchedByRow(table, `to_jsonb(old) - '${left}' <> to_jsonb(new) - '${left}'`))
        .join("")}
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      drop function end_kept cascade;
      ${noteChange("'INSERT'")}
      create function note_change_rows() returns trigger language plpgsql as $$ declare moved bigint; begin
        ${moved(1, "database_change")}
        if not exists (select to_jsonb(latter) - tg_argv[0] from latter except select to_jsonb(former) - tg_argv[0] from former)
          then return null; end if;
        ${moved(2, "database_ending")}
        return null;
      end $$;
      ${Object.entries(compared)
        .map(
          ([table, left]) => `${watched(table, "insert or delete or truncate")}
            create trigger note_change_rows after update on ${table}
              referencing old table as former new table as latter
              for each statement execute function note_change_rows('${left}');`,
        )
        .join("")}
    `);
  }
}
