import type { EntityManager } from "typeorm";
import { searchedKinds } from "../../../platform/searched.ts";
import type { Transaction } from "../../../platform/context.ts";

/** Lists that every group takes from, copied whole; all else begins empty, but for the group and what it names. */
const whole = [
  "axis",
  "theme",
  "term",
  "territory",
  "instance",
  "instance_logo",
  "holiday",
  "interlocutor",
  "regional_group",
];

/** Hanging from a group, and no part of what it rehearses: links that open a door, files that are made, who looks on. */
const left = new Set(["invitation", "production", "open_page"]);

/** A foreign key: a column of a table, and the key of another that it names. */
interface Link {
  table: string;
  column: string;
  to: string;
  key: string;
}

/**
 * Copies a group into sealed tables that have no foreign key yet: all that hangs from it, then the rows that these name.
 * People come with their names and their roles, without their addresses.
 */
export async function copyGroup(db: EntityManager, schema: string, groupId: string, personId: string | null) {
  const lists = await columnsByTable(db);
  const links = await linksOf(db);
  const copy = async (table: string, where: string, values: unknown[] = []): Promise<boolean> => {
    const list = lists.get(table)!;
    const text = `with put as (insert into "${schema}"."${table}" (${list})
        select ${list} from public."${table}" it where ${where} on conflict do nothing returning 1)
      select count(*)::int as count from put`;
    return (await db.query<[{ count: number }]>(text, values))[0].count > 0;
  };
  const copyNaming = ({ table, column, to, key }: Link) =>
    copy(table, `it."${column}" in (select "${key}" from "${schema}"."${to}")`);
  const copyNamed = ({ table, column, to, key }: Link) =>
    copy(to, `it."${key}" in (select "${column}" from "${schema}"."${table}")`);

  for (const table of whole) await copy(table, "true");
  await copy("working_group", "it.id = $1", [groupId]);
  let grown = new Set(["working_group"]);
  const reached = new Set(grown);
  while (grown.size > 0) {
    const now = new Set<string>();
    for (const link of links)
      if (grown.has(link.to) && !left.has(link.table) && (await copyNaming(link))) now.add(link.table);
    for (const table of now) reached.add(table);
    grown = now;
  }
  if (await copy("role_grant", "it.group_id is null")) reached.add("role_grant");
  await seatPerson(db, schema, personId);
  grown = reached.add("person");
  while (grown.size > 0) {
    const now = new Set<string>();
    for (const link of links) if (grown.has(link.table) && (await copyNamed(link))) now.add(link.to);
    grown = now;
  }
  // No key leads from the words that a search reads to what they are of.
  for (const [, { table, words }] of searchedKinds())
    if (!words) await copy("search_text", `it.id in (select id from "${schema}"."${table}")`);
  await db.query(`update "${schema}"."person" set email = null, image = null`);
}

/** Lets a person of the team into a rehearsal: with the name and the roles they have now. */
export async function seatPerson(db: EntityManager, schema: string, personId: string | null) {
  const lists = await columnsByTable(db, ["person", "role_grant"]);
  for (const [table, key] of [
    ["person", "id"],
    ["role_grant", "person_id"],
  ] as const)
    await db.query(
      `insert into "${schema}"."${table}" (${lists.get(table)!}) select ${lists.get(table)!} from public."${table}" it
       where it.${key} = $1 ${table === "role_grant" ? `and (it.group_id is null or it.group_id in (select id from "${schema}"."working_group"))` : ""}
       on conflict do nothing`,
      [personId],
    );
  await db.query(`update "${schema}"."person" set email = null, image = null where email is not null`);
}

/** Takes the name of somebody who is erased off the copies of their account. */
export async function unseatPerson({ db }: Pick<Transaction, "db">, personId: string) {
  const schemas = await db.query<{ name: string }[]>(
    "select quote_ident(nspname) as name from pg_namespace where starts_with(nspname, 'rehearsal_')",
  );
  for (const { name } of schemas)
    await db.query(`update ${name}."person" set display_name = '', email = null, image = null where id = $1`, [
      personId,
    ]);
}

/** Columns of tables that are written, as a list. */
async function columnsByTable(db: EntityManager, tables: string[] | null = null): Promise<Map<string, string>> {
  const rows = await db.query<{ table: string; list: string }[]>(
    `select c.relname as "table", string_agg(quote_ident(a.attname), ', ' order by a.attnum) as list
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and ($1::text[] is null or c.relname = any($1))
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' group by 1`,
    [tables],
  );
  return new Map(rows.map(({ table, list }) => [table, list]));
}

const linksOf = (db: EntityManager) =>
  db.query<Link[]>(
    `select c.relname as "table", a.attname as "column", t.relname as "to", b.attname as key
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
     join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
     join pg_attribute b on b.attrelid = t.oid and b.attnum = k.confkey[1]
     where k.contype = 'f' and c.relnamespace = 'public'::regnamespace order by 1, 2`,
  );
