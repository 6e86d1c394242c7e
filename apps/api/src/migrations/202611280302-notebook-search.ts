import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Words of notebooks apart from those of other contributions, so that looking among the ones never walks through the
 * others; and a notebook is found by its title too.
 */
export class NotebookSearch202611280302 implements MigrationInterface {
  name = "NotebookSearch1795834920000";

  async up(db: QueryRunner) {
    await db.query(`
      alter table contribution_search add notebook boolean not null default false;

      create function notebook_document(id uuid, body text) returns tsvector language sql stable parallel safe
      set search_path = public, pg_catalog as $$
        select setweight(search_document(coalesce((select t.title from imported_text t where t.contribution_id = id), '')), 'A')
          || search_document(body)
      $$;

      update contribution_search s set notebook = true, document = notebook_document(c.id, c.body)
      from contribution c where c.id = s.contribution_id and c.channel = 'NOTEBOOK' and c.body <> '';
      update contribution_search s set notebook = true
      from contribution c where c.id = s.contribution_id and c.channel = 'NOTEBOOK' and c.body = '';

      drop index contribution_search_told;
      create index contribution_search_told on contribution_search (told, contribution_id) where not notebook;
      create index contribution_search_notebook_told on contribution_search (told, contribution_id) where notebook;
      create index contribution_search_notebook on contribution_search using gin (document) with (fastupdate = off)
        where notebook;

      create or replace function contribution_searched() returns trigger language plpgsql
      set search_path = public, pg_catalog as $$
      begin
        insert into contribution_search (contribution_id, document, told, notebook)
        values (new.id,
          case when new.channel = 'NOTEBOOK' and new.body <> '' then notebook_document(new.id, new.body) else search_document(new.body) end,
          new.contributed_on, new.channel = 'NOTEBOOK')
        on conflict (contribution_id) do update
          set document = excluded.document, told = excluded.told, notebook = excluded.notebook;
        return null;
      end $$;

      -- The title comes after the text, and is forgotten with it.
      create function notebook_titled() returns trigger language plpgsql
      set search_path = public, pg_catalog as $$
      begin
        update contribution_search s set document = notebook_document(c.id, c.body)
        from contribution c
        where c.id = new.contribution_id and s.contribution_id = c.id and s.notebook and c.body <> '';
        return null;
      end $$;
      create trigger notebook_titled after insert or update of title on imported_text
        for each row execute function notebook_titled();
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      drop trigger notebook_titled on imported_text;
      drop function notebook_titled;
      create or replace function contribution_searched() returns trigger language plpgsql
      set search_path = public, pg_catalog as $$
      begin
        insert into contribution_search values (new.id, search_document(new.body), new.contributed_on)
        on conflict (contribution_id) do update set document = excluded.document, told = excluded.told;
        return null;
      end $$;
      drop index contribution_search_told, contribution_search_notebook_told, contribution_search_notebook;
      update contribution_search s set document = search_document(c.body)
      from contribution c where c.id = s.contribution_id and s.notebook;
      alter table contribution_search drop notebook;
      drop function notebook_document;
      create index contribution_search_told on contribution_search (told, contribution_id);
    `);
  }
}
