import type { MigrationInterface, QueryRunner } from "typeorm";

/** Words of a kind of subject `it`, and the tables whose change changes them: which columns, and whose subject it is. */
interface Source {
  kind: string;
  table: string;
  /** Its title, and the texts that stand under it. */
  title: string;
  texts: string;
  changes: { table: string; columns: string; subject: string }[];
}

const own = (table: string, columns: string) => ({ table, columns, subject: "(line ->> 'id')::uuid" });
const plain = (text: string) => `regexp_replace(${text}, '<[^>]*>|[*_#>|]+', ' ', 'g')`;

const sources: Source[] = [
  {
    kind: "KEY_POINT",
    table: "key_point",
    title: "it.sentence",
    texts: "null",
    changes: [own("key_point", "sentence")],
  },
  {
    kind: "SYNTHESIS",
    table: "synthesis",
    title: "it.title",
    texts: `(select concat_ws(' . ', v.definition, string_agg(concat_ws(' . ', p.text, ${plain("p.detail")}), ' . ' order by p.position))
      from synthesis_version v left join synthesis_paragraph p on p.version_id = v.id
      where v.synthesis_id = it.id and v.version = it.version group by v.id)`,
    changes: [
      own("synthesis", "title, version, state"),
      { table: "synthesis_version", columns: "definition, state", subject: "(line ->> 'synthesis_id')::uuid" },
      {
        table: "synthesis_paragraph",
        columns: "text, detail",
        subject: "(select v.synthesis_id from synthesis_version v where v.id = (line ->> 'version_id')::uuid)",
      },
    ],
  },
  {
    kind: "PROPOSAL",
    table: "proposal",
    title: "it.title",
    texts: `concat_ws(' . ', it.summary,
      (select string_agg(st.text, ' . ' order by st.position) from statement st where st.proposal_id = it.id))`,
    changes: [
      own("proposal", "title, summary"),
      { table: "statement", columns: "text, proposal_id", subject: "(line ->> 'proposal_id')::uuid" },
    ],
  },
  {
    kind: "MINUTES",
    table: "minutes",
    title: "(select m.title from meeting m where m.id = it.meeting_id)",
    texts: `concat_ws(' . ', it.facts, array_to_string(it.open_questions, ' . '),
      (select string_agg(concat_ws(' . ', b.topic, b.text), ' . ' order by b.position) from minutes_block b where b.minutes_id = it.id
        and not exists (select from ruling r where r.text_id = b.id and r.outcome = 'HIDDEN' and r.lifted_at is null)))`,
    changes: [
      own("minutes", "facts, open_questions"),
      { table: "minutes_block", columns: "text, topic", subject: "(line ->> 'minutes_id')::uuid" },
      // A block that a moderator hid is the contribution of the same id.
      {
        table: "ruling",
        columns: "outcome, lifted_at",
        subject: "(select b.minutes_id from minutes_block b where b.id = (line ->> 'text_id')::uuid)",
      },
      {
        table: "meeting",
        columns: "title",
        subject: "(select n.id from minutes n where n.meeting_id = (line ->> 'id')::uuid)",
      },
    ],
  },
  {
    kind: "MEETING",
    table: "meeting",
    title: "concat_ws(' . ', it.title, it.place)",
    texts: `concat_ws(' . ', it.purpose,
      (select string_agg(a.title, ' . ' order by a.position) from agenda_item a where a.meeting_id = it.id))`,
    changes: [
      own("meeting", "title, place, purpose"),
      { table: "agenda_item", columns: "title", subject: "(line ->> 'meeting_id')::uuid" },
    ],
  },
  {
    kind: "DOCUMENT",
    table: "document",
    title: "it.title",
    texts: `concat_ws(' . ', it.purpose, ${plain("it.markdown")})`,
    changes: [own("document", "title, purpose, markdown")],
  },
  {
    kind: "INITIATIVE",
    table: "initiative",
    title: "concat_ws(' . ', it.name, it.town)",
    texts: `concat_ws(' . ', it.summary, it.exchange, array_to_string(it.results, ' . '), array_to_string(it.obstacles, ' . '),
      array_to_string(it.levers, ' . '), it.drawbacks, it.need, it.reproducibility)`,
    changes: [
      own("initiative", "name, town, summary, exchange, results, obstacles, levers, drawbacks, need, reproducibility"),
    ],
  },
  {
    kind: "INTERLOCUTOR",
    table: "interlocutor",
    title: "it.name",
    texts: "concat_ws(' . ', it.remit, it.approach)",
    changes: [own("interlocutor", "name, remit, approach")],
  },
  {
    kind: "GLOSSARY_TERM",
    table: "glossary_term",
    title: "concat_ws(' . ', it.word, array_to_string(it.synonyms, ' . '), it.english)",
    texts: "concat_ws(' . ', it.definition, array_to_string(it.avoid, ' . '))",
    changes: [own("glossary_term", "word, synonyms, english, definition, avoid")],
  },
  {
    kind: "OBJECTIVE",
    table: "objective",
    title: "it.name",
    texts: "concat_ws(' . ', it.question, it.expected_output)",
    changes: [own("objective", "name, question, expected_output")],
  },
  { kind: "TERRITORY", table: "territory", title: "it.name", texts: "null", changes: [own("territory", "name")] },
];

const rowsOf = ({ kind, table, title, texts }: Source) => `select it.id, '${kind}',
  setweight(coalesce(search_document(${title}), ''), 'A') || setweight(coalesce(search_document(${texts}), ''), 'C')
  from ${table} it`;

const nameOf = (kind: string, table: string) => `search_${kind.toLowerCase()}_by_${table}`;
const all = sources.flatMap((source) => source.changes.map((change) => ({ source, ...change })));

/** Words of all that is told beside contributions, kept in the transaction that changes them: docs/decisions/0018. */
export class SearchText202611271630 implements MigrationInterface {
  name = "SearchText1795797000000";

  async up(db: QueryRunner) {
    await db.query(`
      create table search_text (id uuid primary key, kind text not null, document tsvector not null);
      create index search_text_document on search_text using gin (document) with (fastupdate = off);
      alter index contribution_search_document set (fastupdate = off);

      -- Words as they are kept in documents, and the number of texts that hold them: to guess what was meant.
      create table search_stem (stem text primary key, texts integer not null);
      create index search_stem_near on search_stem using gin (stem gin_trgm_ops);

      -- Words that follow one another; small words count as steps between them.
      create function search_phrase(words text) returns tsquery language sql immutable parallel safe strict
      set search_path = public, pg_catalog as $$
        select string_agg(case when before is null then '' else ' <' || (at - before) || '> ' end
          || '''' || replace(replace(lexeme, '\\', '\\\\'), '''', '''''') || '''', '' order by at)::tsquery
        from (select lexeme, at, lag(at) over (order by at) as before
          from unnest(search_document(words)) found, unnest(found.positions) at) placed
        where at is distinct from before
      $$;

      -- A word that stood in one text alone goes with it.
      create function search_stem_forgotten() returns trigger language plpgsql
      set search_path = public, pg_catalog as $$
      begin
        delete from search_stem where texts <= 1 and stem = any(tsvector_to_array(
          case tg_op when 'UPDATE' then ts_delete(old.document, tsvector_to_array(new.document)) else old.document end));
        return null;
      end $$;
      create trigger search_stem_forgotten after update or delete on contribution_search
        for each row execute function search_stem_forgotten();
      create trigger search_stem_forgotten after update or delete on search_text
        for each row execute function search_stem_forgotten();
    `);
    for (const { source, table, columns, subject } of all) {
      const name = nameOf(source.kind, table);
      await db.query(`
        create function ${name}() returns trigger language plpgsql set search_path = public, pg_catalog as $$
        declare
          line jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
          subject uuid := ${subject};
        begin
          -- Two changes of one subject wait for each other here, so that the later one reads both.
          perform from search_text where id = subject for update;
          insert into search_text (id, kind, document) ${rowsOf(source)} where it.id = subject
          on conflict (id) do update set document = excluded.document;
          if not found then delete from search_text where id = subject; end if;
          return null;
        end $$;
        create trigger ${name} after insert or delete or update of ${columns} on ${table}
          for each row execute function ${name}();
      `);
    }
    for (const source of sources) await db.query(`insert into search_text (id, kind, document) ${rowsOf(source)}`);
  }

  async down(db: QueryRunner) {
    for (const { source, table } of all) {
      const name = nameOf(source.kind, table);
      await db.query(`drop trigger ${name} on ${table}; drop function ${name}`);
    }
    await db.query(`
      drop trigger search_stem_forgotten on contribution_search;
      drop table search_text, search_stem;
      drop function search_stem_forgotten, search_phrase;
      alter index contribution_search_document reset (fastupdate);
    `);
  }
}
