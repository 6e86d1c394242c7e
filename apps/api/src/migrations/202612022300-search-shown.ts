import type { MigrationInterface, QueryRunner } from "typeorm";

const forgotten = (when: string) => `
      drop trigger if exists search_stem_forgotten on contribution_search;
      create trigger search_stem_forgotten after delete or ${when} on contribution_search
        for each row execute function search_stem_forgotten();`;

const searched = (column: string, one: string, set: string) => `
      create or replace function contributions_searched() returns trigger language plpgsql
      set search_path = public, pg_catalog as $$
      begin
        insert into contribution_search (contribution_id, document, told, notebook${column})
        select id, case when channel = 'NOTEBOOK' and body <> '' then notebook_document(id, body) else search_document(body) end,
          contributed_on, channel = 'NOTEBOOK'${one.replace("new.", "")}
        from added;
        return null;
      end $$;

      create or replace function contribution_searched() returns trigger language plpgsql
      set search_path = public, pg_catalog as $$
      begin
        insert into contribution_search (contribution_id, document, told, notebook${column})
        values (new.id,
          case when new.channel = 'NOTEBOOK' and new.body <> '' then notebook_document(new.id, new.body) else search_document(new.body) end,
          new.contributed_on, new.channel = 'NOTEBOOK'${one})
        on conflict (contribution_id) do update
          set document = excluded.document, told = excluded.told, notebook = excluded.notebook${set};
        return null;
      end $$;`;

/**
 * Whether a text can be read stands beside its words: looking each up among all texts took a search as long as finding them.
 */
export class SearchShown202612022300 implements MigrationInterface {
  name = "SearchShown1796252400000";

  async up(db: QueryRunner) {
    // The trigger first: it waits for acts under way, and none is missed by the count that follows.
    await db.query(`
      create function contribution_shown() returns trigger language plpgsql
      set search_path = public, pg_catalog as $$
      begin
        update contribution_search set shown = (new.status = 'VISIBLE') where contribution_id = new.id;
        return null;
      end $$;
      create trigger contribution_shown after update of status on contribution for each row
        when ((old.status = 'VISIBLE') is distinct from (new.status = 'VISIBLE')) execute function contribution_shown();

      alter table contribution_search add shown boolean not null default true;
      ${forgotten("update of document")}
      ${searched(", shown", ", new.status = 'VISIBLE'", ", shown = excluded.shown")}
      update contribution_search s set shown = false
      from contribution c where c.id = s.contribution_id and c.status <> 'VISIBLE';
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      drop trigger contribution_shown on contribution;
      drop function contribution_shown;
      ${searched("", "", "")}
      ${forgotten("update")}
      alter table contribution_search drop shown;
    `);
  }
}
