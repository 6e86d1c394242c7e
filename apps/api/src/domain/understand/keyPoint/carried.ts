import type { EntityManager } from "typeorm";
import { KeyPoints } from "./keyPoint.entity.ts";
import { holdLeads } from "./keyPoint.writes.ts";

/** Rows carried over by a merge of key points, by table. */
export interface Carried {
  /** Rows that the kept one did not have: they went over to it, and are known by what they link to. */
  moved: Record<string, string[]>;
  /** Rows of the merged one where the kept one had its own: taken out whole, to be put back. */
  shared: Record<string, Row[]>;
  /** Key points that stood under it. */
  children: string[];
}

type Row = Record<string, unknown>;

/** A table whose rows hang from a key point, one for each `other`. */
interface Hanging {
  table: string;
  other: string;
  /** Condition on the rows `t` that may change; frozen ones stay where they are, and are read in the kept key point. */
  where: string;
}

const ofVersionsUnderWay = "v.state <> 'PUBLISHED'";

/** All that a merge carries. */
const hanging: Hanging[] = [
  { table: "key_point_passage", other: "passage_id", where: "true" },
  { table: "statement_key_point", other: "statement_id", where: "true" },
  {
    table: "citation",
    other: "paragraph_id",
    where: `exists (select from synthesis_paragraph p join synthesis_version v on v.id = p.version_id
      where p.id = t.paragraph_id and ${ofVersionsUnderWay})`,
  },
  {
    table: "set_aside",
    other: "version_id",
    where: `exists (select from synthesis_version v where v.id = t.version_id and ${ofVersionsUnderWay})`,
  },
];

/** Brings all that hangs from a key point over to the kept one; tells what it takes to bring it back. */
export async function carry(db: EntityManager, from: string, to: string): Promise<Pick<Carried, "moved" | "shared">> {
  await holdLeads(db);
  const carried: Pick<Carried, "moved" | "shared"> = { moved: {}, shared: {} };
  for (const { table, other, where } of hanging) {
    const shared = await db.query<{ row: Row }[]>(
      `select to_jsonb(t) as row from ${table} t where t.key_point_id = $1 and ${where}
         and exists (select from ${table} kept where kept.key_point_id = $2 and kept.${other} = t.${other})`,
      [from, to],
    );
    carried.shared[table] = shared.map(({ row }) => row);
    const ids = carried.shared[table].map((row) => row[other]);
    await db.query(`delete from ${table} where key_point_id = $1 and ${other} = any($2::uuid[])`, [from, ids]);
    const [moved] = await db.query<[{ id: string }[], number]>(
      `update ${table} t set key_point_id = $2 where t.key_point_id = $1 and ${where} returning t.${other} as id`,
      [from, to],
    );
    carried.moved[table] = moved.map(({ id }) => id);
  }
  return carried;
}

/** The key point that a row names because it says the words already, as far as it is still there. */
async function sayingStill(db: EntityManager, { said_by_id: id }: Row) {
  return typeof id === "string" && !(await db.existsBy(KeyPoints, { id })) ? { said_by_id: null } : {};
}

/** A merge into the same key point that is in force, and what it carried. */
interface Other {
  id: string;
  carried: Carried;
}

/**
 * Gives back what a merge carried, as far as the kept one still holds it: what was taken from it since stays taken. What
 * another merge brought too goes on, as if that one had brought it alone. `others` are in the order they were done, and
 * are changed.
 */
export async function giveBack(db: EntityManager, kept: string, back: string, carried: Carried, others: Other[]) {
  await holdLeads(db);
  for (const { table, other, where } of hanging) {
    const held = async (ids: unknown[]) =>
      (
        await db.query<{ id: string }[]>(
          `select t.${other} as id from ${table} t
           where t.key_point_id = $1 and t.${other} = any($2::uuid[]) and ${where}`,
          [kept, ids],
        )
      ).map(({ id }) => id);
    const put = async (keyPointId: string, rows: Row[]) => {
      const there = await Promise.all(rows.map(async (row) => ({ ...row, ...(await sayingStill(db, row)) })));
      await db.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
        JSON.stringify(there.map((row) => ({ ...row, key_point_id: keyPointId }))),
      ]);
    };

    const shared = carried.shared[table] ?? [];
    const still = new Set(await held(shared.map((row) => row[other])));
    await put(
      back,
      shared.filter((row) => still.has(row[other] as string)),
    );

    const moved = await held(carried.moved[table] ?? []);
    await db.query(`update ${table} set key_point_id = $2 where key_point_id = $1 and ${other} = any($3::uuid[])`, [
      kept,
      back,
      moved,
    ]);
    for (const id of moved) {
      const next = others.find((one) => one.carried.shared[table]?.some((row) => row[other] === id));
      if (!next) continue;
      const row = next.carried.shared[table]!.find((one) => one[other] === id)!;
      await put(kept, [row]);
      next.carried.shared[table] = next.carried.shared[table]!.filter((one) => one !== row);
      (next.carried.moved[table] ??= []).push(id);
    }
  }
}
