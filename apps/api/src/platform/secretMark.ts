import { type DataSource, type EntityManager, EntitySchema } from "typeorm";
import { config, Misconfigured } from "./config.ts";
import { column } from "./data/columns.ts";
import { connected } from "./data/postgres.ts";
import { isNext, keptFormer, markOf, putNext, secret } from "./secret.ts";

/** The secret that a database belongs to, by a mark that does not tell it: one row. */
export const SecretMarks = new EntitySchema<{ mark: string }>({
  name: "SecretMark",
  columns: { mark: { ...column.text, primary: true } },
});

/** Stands in the place of a mark while a restore goes on: no site starts on half of its rows. */
export const restoring = "restoring";

/** Days during which what the former secret made goes on working. */
export const formerDays = 30;

export const formerUntil = (now: Date) => new Date(now.getTime() + formerDays * 86_400_000);

/** Puts the mark of a secret in the place of another. */
export async function markWith(db: EntityManager, key: string) {
  await db.query("delete from secret_mark");
  await db.query("insert into secret_mark (mark) values ($1)", [markOf(key)]);
}

/** « invalid_catalog_name », « undefined_table ». */
const neverBegun = new Set(["3D000", "42P01"]);

/** Mark of a database by its address; null for one that was never made, or never begun. */
export async function markIn(url: string): Promise<string | null> {
  try {
    const { rows } = await connected(url, (client) => client.query<{ mark: string }>("select mark from secret_mark"));
    return rows[0]?.mark ?? null;
  } catch (error) {
    if (neverBegun.has((error as { code?: string }).code ?? "")) return null;
    throw error;
  }
}

/** True of a database that was left behind when the secret was changed for the other one. Pure. */
export const isBehind = ({ here, former }: { here: string | null; former: string | null }) =>
  former !== null && here === markOf(former);

/** Refuses a database that belongs to another secret: codes, sealed addresses and sessions of it could not be read. */
export async function assertSecret({ manager: db }: DataSource) {
  const [found] = await db.query<{ mark: string }[]>("select mark from secret_mark");
  if (!found) return markWith(db, secret());
  if (found.mark === markOf(secret())) return;
  if (found.mark === restoring)
    throw new Misconfigured("A restore of this database was cut: run npm run restore again, with the same file.");
  // A rotation was cut after the database was written.
  if (isNext(found.mark)) return putNext(formerUntil(new Date()));
  if (!config.secret && isBehind({ here: found.mark, former: keptFormer()?.secret ?? null }))
    throw new Misconfigured(
      `The secret was changed for the other database of this folder: npm run rotate-secret${config.empty ? " -- --empty" : ""} gives it to this one, which loses nothing.`,
    );
  throw new Misconfigured(
    "This database was made with another secret: put back the file “secret” that stood beside it, or its SECRET. If it is lost, npm run rotate-secret -- --lost makes another: codes, private links and addresses left with responses are then lost.",
  );
}
