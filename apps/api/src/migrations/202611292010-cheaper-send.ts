import type { MigrationInterface, QueryRunner } from "typeorm";

/** One expression, which PL/pgSQL evaluates without a statement: the lock first, then the number. */
const moves = (kind: 1 | 2, sequence: string) =>
  `moved := case when pg_advisory_xact_lock_shared(716, ${kind}) is null then 0 else nextval('${sequence}') end;`;

const statements = (kind: 1 | 2, sequence: string) =>
  `perform pg_advisory_xact_lock_shared(716, ${kind}); perform nextval('${sequence}');`;

/** Triggers that move the state of the database, and its end. */
const notes = (move: typeof moves, declared: string) => `
  create or replace function note_change() returns trigger language plpgsql as $$ ${declared} begin
    ${move(1, "database_change")}
    if tg_argv[0] = 'aside' or (tg_argv[0] = 'adds' and tg_op = 'INSERT') then return null; end if;
    ${move(2, "database_ending")}
    return null;
  end $$;
  create or replace function note_change_rows() returns trigger language plpgsql as $$ ${declared} begin
    ${move(1, "database_change")}
    if not exists (select to_jsonb(latter) - tg_argv[0] from latter except select to_jsonb(former) - tg_argv[0] from former)
      then return null; end if;
    ${move(2, "database_ending")}
    return null;
  end $$;`;

const none = "if ids is null then return null; end if;";
/** Few rows are counted by a plan that is made once a connection; many by one that is made for them. */
const planned = `${none}
      if cardinality(ids) > 20 then perform set_config('plan_cache_mode', 'force_custom_plan', true); end if;`;

/** Triggers that count rows named in `ids`: planned at each act, they cost more than what they count. */
const counting = `select oid::regprocedure as name, pg_get_functiondef(oid) as made from pg_proc
  where pronamespace = 'public'::regnamespace and proname like 'tally\\_%' and prosrc like '%${none}%'`;

/**
 * What a send costs PostgreSQL beside its rows: its texts are found by their words in one statement, where each was kept as
 * if it might be there already, and what is counted is not planned again at each act.
 */
export class CheaperSend202611292010 implements MigrationInterface {
  name = "CheaperSend1795983000000";

  async up(db: QueryRunner) {
    await db.query(`
      ${notes(moves, "declare moved bigint;")}

      create function contributions_searched() returns trigger language plpgsql
      set search_path = public, pg_catalog as $$
      begin
        insert into contribution_search (contribution_id, document, told, notebook)
        select id, case when channel = 'NOTEBOOK' and body <> '' then notebook_document(id, body) else search_document(body) end,
          contributed_on, channel = 'NOTEBOOK'
        from added;
        return null;
      end $$;
      drop trigger contribution_searched on contribution;
      create trigger contribution_searched after insert on contribution referencing new table as added
        for each statement execute function contributions_searched();
      create trigger contribution_searched_again after update of body, contributed_on on contribution
        for each row execute function contribution_searched();
    `);
    for (const { name, made } of (await db.query(counting)) as { name: string; made: string }[]) {
      await db.query(made.replaceAll(none, planned));
      await db.query(`alter function ${name} set plan_cache_mode = force_generic_plan`);
    }
  }

  async down(db: QueryRunner) {
    for (const { name, made } of (await db.query(counting)) as { name: string; made: string }[]) {
      await db.query(made.replaceAll(planned, none));
      await db.query(`alter function ${name} reset plan_cache_mode`);
    }
    await db.query(`
      drop trigger contribution_searched_again on contribution;
      drop trigger contribution_searched on contribution;
      drop function contributions_searched;
      create trigger contribution_searched after insert or update of body, contributed_on on contribution
        for each row execute function contribution_searched();
      ${notes(statements, "")}
    `);
  }
}
