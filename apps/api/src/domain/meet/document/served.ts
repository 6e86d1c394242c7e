import { isDeepStrictEqual } from "node:util";
import type { EntityManager } from "typeorm";
import type { SearchKind } from "../../../graphql/resolvers.generated.ts";
import { searchedKinds } from "../../../platform/searched.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { DocumentServices } from "./document.entity.ts";

/** Kinds of things that a document serves: each is read as its own room says to the search. */
const kinds: readonly SearchKind[] = ["MEETING", "OBJECTIVE", "PROPOSAL", "INITIATIVE", "INTERLOCUTOR", "SYNTHESIS"];

/** The most things that one document serves. */
const most = 10;

const served = () => searchedKinds().filter(([kind]) => kinds.includes(kind as SearchKind));

/** SQL: what rows `l` of services stand for, each with its title and its page; none where nobody reads it. */
export const servedRows = () =>
  served()
    .map(
      ([kind, { table, readable, title, path }]) => `select it.id, '${kind}' as kind, ${title} as title, ${path} as path
        from ${table} it where l.kind = '${kind}' and it.id = l.subject_id and (${readable})`,
    )
    .join(" union all ");

/** An address as it is pasted: its page, without the site, the language, and what follows. */
const pageOf = (address: string) => {
  const { pathname } = new URL(address.trim().replaceAll("\0", ""), "http://site");
  return decodeURI(pathname)
    .replace(/^\/(fr|en)(?=\/)/, "")
    .replace(/\/$/, "");
};

/** The thing whose page has this address; refused where nobody reads one. */
async function subjectAt(db: EntityManager, address: string, field: string) {
  let page = "";
  try {
    page = pageOf(address);
  } catch {
    // No address at all: no page has it.
  }
  const text = served()
    .map(
      ([kind, { table, readable, path }]) =>
        `select it.id, '${kind}' as kind from ${table} it where ${path} = $1 and (${readable})`,
    )
    .join(" union all ");
  const [found] = await db.query<{ id: string; kind: SearchKind }[]>(text, [page]);
  if (!found) throw new Refusal("UNKNOWN_CHOICE", field, address.slice(0, 200));
  return found;
}

/** Objects whose pages stand at some addresses. */
async function subjectsAt(db: EntityManager, addresses: readonly string[], field: string) {
  const given = [...new Set(addresses.map((one) => one.trim()).filter(Boolean))];
  if (given.length > most) throw new Refusal("TOO_MANY_CHOICES", field, String(most));
  const found = [];
  for (const address of given) found.push(await subjectAt(db, address, field));
  return found;
}

/** True if a document serves the pages at these addresses, and no other. */
export async function servesThose(db: EntityManager, documentId: string, addresses: readonly string[]) {
  const named = (rows: { kind: string; id: string }[]) => new Set(rows.map(({ kind, id }) => `${kind} ${id}`));
  const before = (await db.findBy(DocumentServices, { documentId })).map(({ kind, subjectId: id }) => ({ kind, id }));
  return isDeepStrictEqual(named(before), named(await subjectsAt(db, addresses, "serves")));
}

/** Writes what a document serves, from the addresses of its pages, in the place of what it served. */
export async function writeServed(
  db: EntityManager,
  documentId: string,
  addresses: readonly string[],
  field = "serves",
) {
  const found = await subjectsAt(db, addresses, field);
  await db.delete(DocumentServices, { documentId });
  for (const { id, kind } of found)
    await db.upsert(DocumentServices, { documentId, kind, subjectId: id }, ["documentId", "kind", "subjectId"]);
}
