import pg from "pg";
import { DataSource, type EntityManager } from "typeorm";
import { neverCache } from "./reference.ts";

const quotedName = pg.escapeIdentifier;

/**
 * Copies all tables into a schema of their own, for a rehearsal, filled before its foreign keys are made. No statement of
 * the site reaches it, and it disappears with its schema. Made from the catalogue of PostgreSQL: new tables are included.
 */
export async function seal(db: EntityManager, name: string, note: object, fill: () => Promise<unknown>) {
  const own = quotedName(name);
  const links = await db.query<{ table: string; name: string; text: string }[]>(
    `select c.relname as "table", k.conname as name, pg_get_constraintdef(k.oid) as text
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype = 'f' and c.relnamespace = 'public'::regnamespace order by 1, 2`,
  );
  await db.query(`create schema ${own}`);
  await writeNote(db, name, note);
  // One at a time: a statement has two seconds, on a busy machine too.
  const tables = await tablesToMake(db, own);
  for (const { table, keys } of tables) {
    const parts = `create table ${own}.${table} (like public.${table} including all excluding indexes)`;
    await db.query([parts, ...keys].join("; "));
  }
  await fill();
  for (const { indices } of tables) if (indices.length > 0) await db.query(indices.join("; "));
  await db.query(functions.map((one) => `create function ${own}.${one} set search_path = public`).join("; "));
  await inside(db, `${own}, public`, async () => {
    for (const it of links) await db.query(`alter table ${own}."${it.table}" add constraint "${it.name}" ${it.text}`);
    const read = await db.query<{ made: string }[]>(
      `select format('create function %s.%I(%s) returns %s language %s set search_path to %s, public %s as %L', $1::text, proname,
         pg_get_function_arguments(p.oid), pg_get_function_result(p.oid), lanname, $1::text,
         (select string_agg('set ' || replace(one, '=', ' to '), ' ') from unnest(proconfig) one where one !~ '^search_path'),
         prosrc) as made
       from pg_proc p join pg_language l on l.oid = prolang where pronamespace = 'public'::regnamespace and proname = any($2)`,
      [own, readers],
    );
    for (const { made } of read) await db.query(made);
    // A function that writes names tables without a schema: its copy must mean the copied ones.
    const triggers = await db.query<{ made: string; text: string }[]>(
      `select format('create or replace function %s.%I() returns trigger language plpgsql as %L', $1::text, p.proname, p.prosrc) as made,
         replace(pg_get_triggerdef(t.oid), ' ON public.', ' ON ' || $1 || '.') as text
       from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
       where not t.tgisinternal and t.tgname not like 'note_change%' and c.relnamespace = 'public'::regnamespace`,
      [own],
    );
    for (const { made, text } of triggers) {
      await db.query(made);
      await db.query(text);
    }
  });
}

/** Functions that statements call, by their plain names: what they read is no table. */
const functions = [
  ["unaccent(text)", "text", "unaccent($1)"],
  ["similarity(text, text)", "real", "similarity($1, $2)"],
  ["search_words(text)", "tsvector", "search_words($1)"],
  ["search_document(text)", "tsvector", "search_document($1)"],
  ["search_query(text)", "tsquery", "search_query($1)"],
  ["search_folded(text)", "text", "search_folded($1)"],
  ["search_phrase(text)", "tsquery", "search_phrase($1)"],
  ["database_state()", "text", "database_state()"],
  ["database_end()", "text", "database_end()"],
].map(([name, type, call]) => `${name} returns ${type} language sql as 'select ${call}'`);

/** Functions that triggers or statements call, and that name tables: their copies mean those beside them. */
const readers = [
  ...["notebook_document", "keep_pairs", "keep_held", "recent_before", "group_of_subject", "search_near"],
  ...["led_nowhere_again", "led_somewhere", "key_points_lead"],
];

/** Writes the note of a sealed schema, in place of the one before. */
export const writeNote = (db: EntityManager, name: string, note: object) =>
  db.query(`comment on schema ${quotedName(name)} is '${JSON.stringify(note).replaceAll("'", "''")}'`);

/** Note that a sealed schema was made with; null where there is none. */
export async function noteOf(db: EntityManager, name: string): Promise<unknown> {
  const text = "select obj_description(to_regnamespace($1), 'pg_namespace') as note";
  const [{ note }] = await db.query<[{ note: string | null }]>(text, [name]);
  return note === null ? null : JSON.parse(note);
}

/** Takes the schema away, with all that is in it. */
export async function unseal(db: EntityManager, name: string) {
  const own = quotedName(name);
  for (const table of await tablesIn(db, name)) await db.query(`drop table ${own}.${table} cascade`);
  await db.query(`drop schema if exists ${own} cascade`);
}

/** Does something in this transaction among the sealed tables: plain names are theirs, and nothing else is reached. */
export const within = <T>(db: EntityManager, name: string, act: () => Promise<T>) => inside(db, quotedName(name), act);

async function inside<T>(db: EntityManager, path: string, act: () => Promise<T>): Promise<T> {
  const [{ before }] = await db.query<[{ before: string }]>("select current_setting('search_path') as before");
  await db.query(`set local search_path to ${path}`);
  const done = await act();
  await db.query(`set local search_path to ${before}`);
  return done;
}

/** Few connections, made when somebody asks and closed soon after, to the sealed tables and to no other. */
export async function openSealed({ options }: DataSource, name: string) {
  const sealed = await new DataSource({
    ...(options as Extract<DataSource["options"], { type: "postgres" }>),
    migrations: [],
    extra: {
      ...(options.extra as object),
      max: 4,
      idleTimeoutMillis: 10_000,
      options: `-c search_path=${quotedName(name)}`,
    },
  }).initialize();
  neverCache(sealed);
  return sealed;
}

/** Tables of the site, with the statements of what makes rows unique, then of what finds them. */
const tablesToMake = (db: EntityManager, own: string) =>
  db.query<{ table: string; keys: string[]; indices: string[] }[]>(
    `select quote_ident(c.relname) as "table", array(
       select replace(pg_get_indexdef(i.indexrelid), ' ON public.', ' ON ' || $1 || '.')
       from pg_index i where i.indrelid = c.oid and not i.indisunique) as indices, array(
       select case when k.oid is null then replace(pg_get_indexdef(i.indexrelid), ' ON public.', ' ON ' || $1 || '.')
         else format('alter table %s.%I add constraint %I %s', $1::text, c.relname, k.conname, pg_get_constraintdef(k.oid)) end
       from pg_index i left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u')
       where i.indrelid = c.oid and i.indisunique) as keys
     from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'migrations'
     order by 1`,
    [own],
  );

const tablesIn = async (db: EntityManager, schema: string) =>
  (
    await db.query<{ name: string }[]>(
      `select c.relname as name from pg_class c
       where c.relkind = 'r' and c.relnamespace = to_regnamespace($1) and c.relname <> 'migrations' order by 1`,
      [schema],
    )
  ).map(({ name }) => quotedName(name));
