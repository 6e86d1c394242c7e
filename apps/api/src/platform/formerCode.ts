import { type EntityManager, EntitySchema } from "typeorm";
import { column } from "./data/columns.ts";
import { formerSecret } from "./secret.ts";

/** Code that the former secret made: it leads where the code of today does, until a day. */
export const FormerCodes = new EntitySchema<{ digest: string; current: string; until: Date }>({
  name: "FormerCode",
  columns: { digest: { ...column.text, primary: true }, current: column.text, until: column.instant },
});

/** Digest of the code of today that a typed code leads to. */
export async function currentDigest(db: EntityManager, digest: string | null): Promise<string | null> {
  return digest && ((await currentDigests(db, [digest])).get(digest) ?? digest);
}

/** The same of several; those that are of today are left out. */
export async function currentDigests(db: EntityManager, digests: string[]): Promise<Map<string, string>> {
  if (formerSecret() === null) return new Map();
  const text = "select digest, current from former_code where digest = any($1) and until > now()";
  const rows = await db.query<{ digest: string; current: string }[]>(text, [digests]);
  return new Map(rows.map(({ digest, current }) => [digest, current]));
}
