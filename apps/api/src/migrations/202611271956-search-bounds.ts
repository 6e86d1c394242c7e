import type { MigrationInterface, QueryRunner } from "typeorm";

/** A search among many texts looks at few: words with their day, titles apart, kinds beside words. docs/decisions/0018. */
export class SearchBounds202611271956 implements MigrationInterface {
  name = "SearchBounds1795809360000";

  async up(db: QueryRunner) {
    await db.query(`
      create extension if not exists btree_gin with schema public;

      alter table contribution_search add told date;
      update contribution_search s set told = c.contributed_on from contribution c where c.id = s.contribution_id;
      alter table contribution_search alter told set not null;
      create index contribution_search_told on contribution_search (told, contribution_id);
      create or replace function contribution_searched() returns trigger language plpgsql
      set search_path = public, pg_catalog as $$
      begin
        insert into contribution_search values (new.id, search_document(new.body), new.contributed_on)
        on conflict (contribution_id) do update set document = excluded.document, told = excluded.told;
        return null;
      end $$;
      drop trigger contribution_searched on contribution;
      create trigger contribution_searched after insert or update of body, contributed_on on contribution
        for each row execute function contribution_searched();

      create index search_text_title on search_text using gin (ts_filter(document, '{a}')) with (fastupdate = off);
      drop index search_text_document;
      create index search_text_document on search_text using gin (kind, document) with (fastupdate = off);

      -- The stem that resembles a word most, half of its groups of three letters at least: the index leaves out the others.
      create function search_near(word text) returns text language sql stable parallel safe strict
      set search_path = public, pg_catalog set pg_trgm.similarity_threshold = '0.45' as $$
        select stem from search_stem where stem % word order by similarity(stem, word) desc, texts desc, stem limit 1
      $$;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      drop function search_near;
      drop index search_text_document, search_text_title;
      create index search_text_document on search_text using gin (document) with (fastupdate = off);
      drop trigger contribution_searched on contribution;
      alter table contribution_search drop told;
      create or replace function contribution_searched() returns trigger language plpgsql
      set search_path = public, pg_catalog as $$
      begin
        insert into contribution_search values (new.id, search_document(new.body))
        on conflict (contribution_id) do update set document = excluded.document;
        return null;
      end $$;
      create trigger contribution_searched after insert or update of body on contribution
        for each row execute function contribution_searched();
      drop extension btree_gin;
    `);
  }
}
