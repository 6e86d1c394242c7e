import { manyUses } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import { insertAll } from "../../../platform/data/bulk.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { slugOf } from "../../../platform/text/slug.ts";
import type { Planned } from "./france.ts";
import { Territories, type Territory } from "./territory.entity.ts";
import type { Known, ListLine } from "./territory.list.ts";

/** Nobody names a territory, or changes one, until the end of the transaction. */
export const takeTerritories = (db: EntityManager) => db.query(`lock table territory in exclusive mode`);

/** Rows of a table that name a territory are counted up to this: two million take seconds. */
const most = manyUses + 1;

/** Numbers of rows that name a territory, by the tables that the foreign keys tell; those of none are left out. */
export async function usesOfTerritories(db: EntityManager): Promise<{ table: string; count: number }[]> {
  const counts = tablesThatName(db).map(([table, columns]) => {
    const named = columns.map((column) => `"${column}" is not null`).join(" or ");
    return `select '${table}' as "table", count(*)::int as count from (select from "${table}" where ${named} limit ${most}) it`;
  });
  // By no name: what is best for tables without a row would be kept once they are full.
  const text = counts.join(" union all ");
  const rows = await prepared<{ table: string; count: number }>(db, null, text);
  return rows.filter(({ count }) => count > 0);
}

/** Tables of other rooms that name a territory, those made later included, with their columns. */
export function tablesThatName(db: EntityManager): [table: string, columns: string[]][] {
  const { tableName } = db.connection.getMetadata(Territories);
  return db.connection.entityMetadatas
    .filter((other) => other.tableName !== tableName)
    .map(({ tableName: from, foreignKeys }): [string, string[]] => [
      from,
      foreignKeys
        .filter(({ referencedTablePath }) => referencedTablePath === tableName)
        .map(({ columnNames: [name] }) => name!),
    ])
    .filter(([, columns]) => columns.length > 0);
}

/** Writes territories beside those that are there. */
export async function addTerritories(db: EntityManager, planned: readonly Planned[]): Promise<void> {
  const made = await db.query<{ id: string }[]>("select uuidv7() as id from generate_series(1, $1::int)", [
    planned.length,
  ]);
  const there = await db.find(Territories, { select: { id: true, kind: true, code: true } });
  const ids = new Map(there.map(({ id, kind, code }) => [`${kind}:${code}`, id]));
  for (const [at, { kind, code }] of planned.entries()) ids.set(`${kind}:${code}`, made[at]!.id);
  const rows = planned.map(({ region, region2012, ...it }, at) => ({
    ...it,
    id: made[at]!.id,
    regionId: ids.get(region)!,
    region2012Id: region2012 && ids.get(region2012)!,
  }));
  await insertAll(db, Territories, rows);
}

/** The place of all that was there, before anything names it. */
export async function replaceTerritories(db: EntityManager, planned: readonly Planned[]): Promise<void> {
  // Territories within go first, a few at a time: each table that could name one is asked about it.
  for (const kind of ["DEPARTMENT", "REGION_2012", "REGION"]) {
    const few = `delete from territory where id in (select id from territory where kind = $1 limit 20) returning id`;
    let gone: unknown[];
    do [gone] = await db.query<[unknown[], number]>(few, [kind]);
    while (gone.length > 0);
  }
  await addTerritories(db, planned);
}

/** Lines of a list as territories to be written; an address is of the name, and of no other territory. */
export function plannedOf(lines: readonly ListLine[], there: readonly Territory[]): Planned[] {
  const known = new Map(knownOf(there).map(({ code, territory }) => [code, territory.code]));
  const stored = (code: string) => known.get(code) ?? code;
  const taken = new Set(there.map(({ slug }) => slug));
  const free = (name: string) => {
    const base = slugOf(name).slice(0, 60).replace(/-$/, "") || "territoire";
    let slug = base;
    for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}`;
    taken.add(slug);
    return slug;
  };
  return lines.map(({ code, name, parent, population, level }) => ({
    slug: free(name),
    kind: level === 1 ? "REGION" : "DEPARTMENT",
    code,
    name,
    overseas: false,
    population,
    region: `REGION:${stored(level === 1 ? code : parent!)}`,
    region2012: null,
  }));
}

/** The territories as a list has them, without those of 2012. */
export function knownOf(there: readonly Territory[]): (Known & { territory: Territory })[] {
  const listed = there.filter(({ kind }) => kind !== "REGION_2012");
  const within = new Set(listed.flatMap(({ kind, code }) => (kind === "DEPARTMENT" ? code : [])));
  const codes = new Map(
    // A region of France stands apart from the department of the same number.
    listed.map(({ id, kind, code }) => [id, kind === "REGION" && within.has(code) ? `REG-${code}` : code]),
  );
  return listed.map((territory) => ({
    territory,
    code: codes.get(territory.id)!,
    parent: territory.kind === "REGION" ? null : (codes.get(territory.regionId!) ?? null),
  }));
}

/** The words of a list for territories that are there: their names, and their inhabitants where it says them. */
export async function rewordTerritories(db: EntityManager, lines: readonly ListLine[], there: readonly Territory[]) {
  const known = new Map(knownOf(there).map(({ code, territory }) => [code, territory]));
  for (const { code, name, population } of lines) {
    const before = known.get(code);
    if (before && (before.name !== name || (population !== null && population !== before.population)))
      await db.update(Territories, before.id, { name, population: population ?? before.population });
  }
}
