import type { EntityManager } from "typeorm";
import { currentDigest } from "../../../platform/formerCode.ts";
import { typedDigest } from "../../../platform/code.ts";
import { type Followed, linkDigest } from "../../../platform/linkCode.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { followerOf, heldBy } from "../../listen/follow/follow.queries.ts";
import { aboutPerson, addresses, owned, type Reference, referencesTo, withheld } from "./references.ts";

type Row = Record<string, unknown>;

/** Somebody of whom data are kept: the holder of an account, or of one response or text. */
export interface Subject {
  personId: string | null;
  /** Their address, where something proved that it is theirs. */
  address: string | null;
  /** First rows, by table. */
  roots: { table: string; ids: string[] }[];
}

/** All the rows about somebody, by table. */
export type PersonalRows = Map<string, Row[]>;

/** Somebody who is signed in. */
export async function subjectOfViewer(db: EntityManager, { id }: Viewer): Promise<Subject | null> {
  if (!id) return null;
  const [person] = await db.query<{ email: string | null }[]>(
    "select case when email_verified then email end as email from person where id = $1",
    [id],
  );
  return {
    personId: id,
    address: person?.email ?? null,
    roots: [
      { table: "person", ids: [id] },
      { table: "response", ids: await heldBy(db, id) },
    ],
  };
}

const linked: Record<Followed, { table: string; id: string }> = {
  amendment: { table: "amendment", id: "id" },
  attendance: { table: "attendance", id: "id" },
  initiative: { table: "initiative", id: "id" },
  reaction: { table: "reaction", id: "id" },
  supply: { table: "contribution", id: "contribution_id" },
};

/** The holder of a receipt or of a private link; null for a code that leads nowhere, or only reads. */
export async function subjectOfCode(db: EntityManager, code: string): Promise<Subject | null> {
  const of = (table: string, id: string): Subject => ({ personId: null, address: null, roots: [{ table, ids: [id] }] });
  const receipt = await currentDigest(db, typedDigest(code));
  const found = receipt
    ? await db.query<{ id: string }[]>("select id from response where receipt_digest = $1 limit 1", [receipt])
    : [];
  if (found[0]) return of("response", found[0].id);
  for (const [followed, { table, id }] of Object.entries(linked) as [Followed, { table: string; id: string }][]) {
    const digest = (await currentDigest(db, linkDigest(followed, code)))!;
    const [row] = await db.query<{ id: string }[]>(
      `select ${id} as id from ${followed} where code_digest = $1 limit 1`,
      [digest],
    );
    if (row) return of(table, row.id);
  }
  return null;
}

/** All the rows that are about somebody, or that they wrote, or that refer to what they wrote. */
export async function personalRows(db: EntityManager, subject: Subject): Promise<PersonalRows> {
  const found: PersonalRows = new Map();
  const seen = new Set<string>();
  const references = await referencesTo(db, ["person", ...owned]);
  const add = (table: string, rows: Row[]) => found.set(table, [...(found.get(table) ?? []), ...rows]);
  const persons = new Set(
    references.filter(({ target }) => target === "person").map(({ table, column }) => `${table}.${column}`),
  );

  /** Adds rows once, and follows those that are somebody's own. */
  async function take(table: string, column: string, values: unknown[], whole: boolean): Promise<void> {
    if (values.length === 0) return;
    const rows = await db.query<(Row & { row_key: string })[]>(
      `select it.*, it.ctid::text as row_key from "${table}" it where it."${column}" = any($1) order by it.ctid`,
      [values],
    );
    const fresh = rows.filter(({ row_key: key }) => !seen.has(`${table} ${key}`));
    for (const { row_key: key } of fresh) seen.add(`${table} ${key}`);
    add(
      table,
      fresh.map((row) => given(row, table, whole ? null : column, { persons, self: subject.personId })),
    );
    if (whole && (owned as readonly string[]).includes(table))
      await follow(
        table,
        fresh.map(({ id }) => id),
      );
  }

  async function follow(table: string, ids: unknown[]) {
    for (const one of references.filter(({ target }) => target === table))
      await take(one.table, one.column, ids, isWhole(one));
    await byName(table, ids);
  }

  /** Rows that name what they are about by its kind and its id: rulings, appeals, addresses that wait. */
  async function byName(table: string, ids: unknown[]) {
    await take("ruling", "text_id", ids, true);
    const rulings = await db.query<{ id: string }[]>("select id from ruling where text_id = any($1)", [ids]);
    await take(
      "appeal",
      "ruling_id",
      rulings.map(({ id }) => id),
      true,
    );
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
  const followed = await followedBy(db, subject);
  if (followed.length > 0) add("follow", followed);
  return found;
}

/** True if a row found by a reference is about its target, and not an act on something else. */
const isWhole = ({ table, column, target }: Reference) => target !== "person" || aboutPerson.has(`${table}.${column}`);

/** A row as its subject is given it: without keys, and without anybody else; of an act, who did what and when. */
function given(
  row: Row,
  table: string,
  act: string | null,
  { persons, self }: { persons: Set<string>; self: string | null },
) {
  const told = Object.entries(row).filter(([name, value]) => {
    if (name === "row_key" || withheld.test(name)) return false;
    if (persons.has(`${table}.${name}`) && value !== self) return false;
    return act === null || name === act || name === "id" || name === "event" || /_(id|on|at)$/.test(name);
  });
  return Object.fromEntries(told);
}

/** What follows their responses: sealed, so that no row of the database leads there. */
async function followedBy(db: EntityManager, { personId, roots }: Subject): Promise<Row[]> {
  const ids = roots.filter(({ table }) => table === "response").flatMap((root) => root.ids);
  const rows = await Promise.all(
    ids.map(async (responseId) => {
      if (personId) return { kind: "ACCOUNT", response_id: responseId };
      const address = await followerOf(db, "ADDRESS", responseId);
      return address === null ? null : { kind: "ADDRESS", response_id: responseId, address };
    }),
  );
  return rows.filter((row) => row !== null);
}
