/**
 * Rows about somebody, and what they did. A plan says by which columns each table is searched; it is counted by one
 * statement a table, and read by pages, so that a person of many rows weighs no more than another one.
 */
import type { EntityManager } from "typeorm";
import { followerOf } from "../../listen/follow/follow.queries.ts";
import type { Subject } from "./personal.queries.ts";
import { aboutPerson, addresses, owned, type Reference, referencesTo, withheld } from "./references.ts";

export type Row = Record<string, unknown>;

const acts = new WeakSet<Row>();

/** True if a row is what somebody did to a row that is not theirs. */
export const isAct = (row: Row) => acts.has(row);

/** Values that a column of a row about somebody has; a row found by an act alone tells the act. */
interface Search {
  column: string;
  values: Set<unknown>;
  whole: boolean;
}

/** Ways to find the rows about somebody, by table. */
export interface Plan {
  subject: Subject;
  searches: Map<string, Search[]>;
  /** Columns that name a person, by which nobody else is told. */
  persons: Set<string>;
}

/** Rows of one reading. */
const pageSize = 500;

/** Says by which columns each table is searched, following what is somebody's own. */
export async function personalPlan(db: EntityManager, subject: Subject): Promise<Plan> {
  const searches: Plan["searches"] = new Map();
  const references = await referencesTo(db, ["person", ...owned]);
  const persons = new Set(
    references.filter(({ target }) => target === "person").map(({ table, column }) => `${table}.${column}`),
  );
  const seen = new Set<string>();

  async function take(table: string, column: string, values: unknown[], whole: boolean): Promise<void> {
    if (values.length === 0) return;
    const all = searches.get(table) ?? [];
    searches.set(table, all);
    const same = all.find((one) => one.column === column && one.whole === whole);
    if (same) for (const value of values) same.values.add(value);
    else all.push({ column, values: new Set(values), whole });
    if (!whole || !(owned as readonly string[]).includes(table)) return;
    const rows = await db.query<{ id: string }[]>(
      `select it.id from "${table}" it where it."${column}" = any($1) order by it.ctid`,
      [values],
    );
    const fresh = rows.map(({ id }) => id).filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    if (fresh.length > 0) await follow(table, fresh);
  }

  async function follow(table: string, ids: unknown[]) {
    for (const one of references.filter(({ target }) => target === table))
      // oxlint-disable-next-line no-await-in-loop -- what is found leads to the next
      await take(one.table, one.column, ids, isWhole(one));
    await byName(table, ids);
  }

  /** Rows that name what they are about by its kind and its id: rulings, appeals, addresses that wait. */
  async function byName(table: string, ids: unknown[]) {
    await take("ruling", "text_id", ids, true);
    const rulings = await db.query<{ id: string }[]>("select id from ruling where text_id = any($1)", [ids]);
    const rulingIds = rulings.map(({ id }) => id);
    await take("appeal", "ruling_id", rulingIds, true);
    await take("listener", "subject_id", ids, true);
    await take("consent", "subject_id", ids, true);
    if (table !== "person") await take("journal_entry", "subject_id", ids, false);
  }

  for (const { table, ids } of subject.roots) await take(table, "id", ids, true);
  for (const { table, ids } of subject.roots)
    if (!(owned as readonly string[]).includes(table)) await follow(table, ids);
  if (subject.address)
    for (const [table, column] of addresses)
      await take(table, column, [subject.address, subject.address.toLowerCase()], true);
  return { subject, searches, persons };
}

/** True if a row found by a reference is about its target, and not an act on something else. */
const isWhole = ({ table, column, target }: Reference) => target !== "person" || aboutPerson.has(`${table}.${column}`);

/** The condition of a table of the plan, or of some of its searches, and its values. */
function conditionOf({ searches }: Plan, table: string, all = searches.get(table)!) {
  const where = all.map(({ column }, at) => `it."${column}" = any($${at + 1})`).join(" or ");
  return { where: `(${where})`, values: all.map(({ values }) => [...values]) };
}

/** Number of rows about somebody, by table. */
export async function personalCounts(db: EntityManager, plan: Plan): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const table of plan.searches.keys()) counts.set(table, await countIn(db, plan, table));
  counts.set("follow", (await followedBy(db, plan.subject)).length);
  return counts;
}

/** Number of rows of one table about somebody, or of those under a condition. */
export async function countIn(db: EntityManager, plan: Plan, table: string, more = "true"): Promise<number> {
  if (!plan.searches.has(table)) return 0;
  const { where, values } = conditionOf(plan, table);
  const text = `select count(*)::int as count from "${table}" it where ${where} and ${more}`;
  const [row] = await db.query<{ count: number }[]>(text, values);
  return row!.count;
}

/** Number of rows of a table that are about somebody, and not only their acts on the rows of others. */
export async function aboutIn(db: EntityManager, plan: Plan, table: string, rows: number): Promise<number> {
  const all = plan.searches.get(table) ?? [];
  const whole = all.filter((one) => one.whole);
  if (whole.length === all.length) return rows;
  if (whole.length === 0) return 0;
  const { where, values } = conditionOf(plan, table, whole);
  const [row] = await db.query<{ count: number }[]>(
    `select count(*)::int as count from "${table}" it where ${where}`,
    values,
  );
  return row!.count;
}

/** All the rows, a page at a time, table after table. */
export async function* personalRows(db: EntityManager, plan: Plan): AsyncGenerator<{ table: string; rows: Row[] }> {
  for (const table of plan.searches.keys()) {
    const { where, values } = conditionOf(plan, table);
    const text = `select it.*, it.ctid::text as row_key from "${table}" it
      where ${where} and it.ctid > $${values.length + 1}::tid order by it.ctid limit ${pageSize}`;
    for (let after = "(0,0)"; ;) {
      // oxlint-disable-next-line no-await-in-loop -- a page begins where the one before ends
      const page = await db.query<(Row & { row_key: string })[]>(text, [...values, after]);
      if (page.length > 0) yield { table, rows: page.map((row) => given(row, table, plan)) };
      if (page.length < pageSize) break;
      after = page.at(-1)!.row_key;
    }
  }
  const followed = await followedBy(db, plan.subject);
  if (followed.length > 0) yield { table: "follow", rows: followed };
}

/** A row as its subject is given it: without keys, and without anybody else; of an act, who did what and when. */
function given(row: Row, table: string, { searches, persons, subject }: Plan) {
  const found = searches.get(table)!.filter(({ column, values }) => values.has(row[column]));
  const act = !found.some(({ whole }) => whole);
  const by = new Set(found.map(({ column }) => column));
  const told = Object.entries(row).filter(([name, value]) => {
    if (name === "row_key" || withheld.test(name) || (name === "address" && subject.readingOnly)) return false;
    if (persons.has(`${table}.${name}`) && value !== subject.personId) return false;
    return !act || by.has(name) || name === "id" || name === "event" || /_(id|on|at)$/.test(name);
  });
  const its = Object.fromEntries(told);
  if (act) acts.add(its);
  return its;
}

/** Follow-ups of their responses: sealed, so that no row of the database leads there. */
async function followedBy(db: EntityManager, { personId, readingOnly, roots }: Subject): Promise<Row[]> {
  const ids = roots.filter(({ table }) => table === "response").flatMap((root) => root.ids);
  const rows = await Promise.all(
    ids.map(async (responseId) => {
      if (personId) return { kind: "ACCOUNT", response_id: responseId };
      const address = await followerOf(db, "ADDRESS", responseId);
      return address === null ? null : { kind: "ADDRESS", response_id: responseId, ...(!readingOnly && { address }) };
    }),
  );
  return rows.filter((row) => row !== null);
}
