import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Small words that the stock list of French stop words lacks. They are kept here and not in a file of the server, so
 * that any PostgreSQL will do.
 */
const smallWords = `les cette cet ils elles leurs celui celle ceux celles cela ceci ça dont donc si ni très plus aussi
  ainsi alors comme quand lorsque puis chez tout tous toute toutes quel quelle quels quelles quoi lequel
  laquelle lesquels lesquelles être avoir`;

/** Finds contributions by their words in French: accents, plurals and either apostrophe do not matter. */
export class ContributionSearch0002 implements MigrationInterface {
  name = "ContributionSearch1764029800000";

  async up(db: QueryRunner) {
    await db.query(`
      create extension if not exists unaccent with schema public;

      -- Accented stop words go first, while they still have their accents.
      create text search dictionary fr_stop (template = simple, stopwords = french, accept = false);
      create text search configuration french_search (parser = default);
      alter text search configuration french_search
        add mapping for asciiword, word, numword, int, uint, float, version, numhword, asciihword, hword,
          hword_asciipart, hword_part, hword_numpart
        with fr_stop, unaccent, french_stem;

      create function search_words(words text) returns tsvector language sql immutable parallel safe strict
      set search_path = public, pg_catalog as $$
        -- Whatever is not a letter or a digit parts words, so that « et/ou » or « l’épargne » are two of them.
        select to_tsvector('french_search', translate(words,
          '’‘ʼ′\`´''"«»“”„.,;:!?…/\\-‐‑–—_@#&+*=%()[]{}<>|€$' || chr(160) || chr(8239), repeat(' ', 60)))
      $$;
    `);
    const [{ lexemes }] = (await db.query(`select tsvector_to_array(search_words($1)) as lexemes`, [smallWords])) as [
      { lexemes: string[] },
    ];
    const small = lexemes.map((lexeme) => `'${lexeme}'`).join(", ");
    await db.query(`
      create function search_document(words text) returns tsvector language sql immutable parallel safe strict
      set search_path = public, pg_catalog as $$
        select ts_delete(search_words(words), array[${small}]::text[])
      $$;

      -- Null when nothing is left to look for.
      create function search_query(words text) returns tsquery language sql immutable parallel safe strict
      set search_path = public, pg_catalog as $$
        select string_agg('''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || '''', ' & ')::tsquery
        from unnest(tsvector_to_array(search_document(words))) lexeme
      $$;

      create table contribution_search (
        contribution_id uuid primary key references contribution (id) on delete cascade,
        document tsvector not null
      );
      create index contribution_search_document on contribution_search using gin (document);

      create function contribution_searched() returns trigger language plpgsql
      set search_path = public, pg_catalog as $$
      begin
        insert into contribution_search values (new.id, search_document(new.body))
        on conflict (contribution_id) do update set document = excluded.document;
        return null;
      end $$;
      create trigger contribution_searched after insert or update of body on contribution
        for each row execute function contribution_searched();

      insert into contribution_search select id, search_document(body) from contribution;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      drop trigger contribution_searched on contribution;
      drop function contribution_searched;
      drop table contribution_search;
      drop function search_query, search_document, search_words;
      drop text search configuration french_search;
      drop text search dictionary fr_stop;
      drop extension unaccent;
    `);
  }
}
