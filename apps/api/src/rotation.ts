import type { EntityManager } from "typeorm";
import { follow, followingOf } from "./domain/listen/follow/follow.ts";
import { Follows } from "./domain/listen/follow/follow.entity.ts";
import { digestOf, type Purpose, sixteen } from "./platform/code.ts";
import { linkCode, linkDigest, type Followed } from "./platform/linkCode.ts";
import { SecondFactors } from "./domain/ground/secondFactor/secondFactor.entity.ts";
import { sealedFor } from "./domain/ground/secondFactor/secondFactor.writes.ts";
import { retell } from "./platform/mail/told.ts";
import { watchingAddresses } from "./domain/tell/watch/watch.queries.ts";
import { decrypted, encrypted } from "./platform/secret.ts";
import { markWith } from "./platform/secretMark.ts";

const code = (purpose: Purpose) => (id: string, key?: string) => digestOf(sixteen(purpose, id, key));
const link = (of: Followed) => (id: string, key?: string) => linkDigest(of, linkCode(of, id, key));

/** Every code that rows are found by: its column, and how it is made of an id. */
export const codes: { table: string; id: string; column: string; where?: string; digest: ReturnType<typeof code> }[] = [
  { table: "response", id: "id", column: "receipt_digest", where: "sheet_id is null", digest: code("receipt") },
  { table: "response", id: "sheet_id", column: "receipt_digest", where: "sheet_id is not null", digest: code("sheet") },
  { table: "response", id: "id", column: "mailed_digest", digest: code("mail") },
  { table: "sheet", id: "id", column: "code_digest", digest: code("sheet") },
  { table: "office_link", id: "id", column: "code_digest", digest: code("office") },
  { table: "initiative", id: "id", column: "code_digest", digest: link("initiative") },
  { table: "supply", id: "contribution_id", column: "code_digest", digest: link("supply") },
  { table: "amendment", id: "id", column: "code_digest", digest: link("amendment") },
  { table: "reaction", id: "id", column: "code_digest", digest: link("reaction") },
  { table: "attendance", id: "id", column: "code_digest", digest: link("attendance") },
  { table: "agenda_request", id: "id", column: "code_digest", digest: link("agenda_request") },
];

/**
 * Makes again all that a secret made, with another: codes, private links, who follows a response. Codes of before lead
 * to the same until a day; without the former secret nothing of before can be read, and follows are dropped.
 */
export async function remake(db: EntityManager, from: string | null, to: string, until: Date) {
  // A code of two secrets before goes on until its own day: it leads on to what is made now.
  await db.query("delete from former_code where $1 or until < now()", [from === null]);
  for (const { table, id, column, where = "true", digest } of codes) {
    const rows = await db.query<{ id: string; stored: string }[]>(
      `select ${id} as id, ${column} as stored from ${table} where ${column} is not null and ${where}`,
    );
    const made = rows
      .filter((row) => from === null || row.stored === digest(row.id, from))
      .map((row) => ({ id: row.id, stored: row.stored, next: digest(row.id, to) }));
    const all = [JSON.stringify(made)];
    await db.query(
      `update ${table} set ${column} = r.next from jsonb_to_recordset($1::jsonb) r(id uuid, next text)
       where ${table}.${id} = r.id and ${where}`,
      all,
    );
    if (from) {
      await db.query(
        `update former_code set current = r.next from jsonb_to_recordset($1::jsonb) r(stored text, next text)
         where former_code.current = r.stored`,
        all,
      );
      await db.query(
        `insert into former_code (digest, current, until)
         select stored, next, $2 from jsonb_to_recordset($1::jsonb) r(stored text, next text) on conflict do nothing`,
        [...all, until],
      );
    }
  }
  const rows = await db.find(Follows);
  const following = from === null ? [] : rows.map(followingOf).filter((it) => it !== null);
  await db.createQueryBuilder().delete().from(Follows).execute();
  const next = following.map((it) => follow(it, to)).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  for (let at = 0; at < next.length; at += 500) await db.insert(Follows, next.slice(at, at + 500));
  await resealFactors(db, from, to);
  if (from !== null) await retell(db, await watchingAddresses(db), from, to);
  await markWith(db, to);
}

/** Seals the secrets of authenticators again; where the former secret is lost they can't be read, and people enrol again. */
async function resealFactors(db: EntityManager, from: string | null, to: string) {
  if (from === null) return db.createQueryBuilder().delete().from(SecondFactors).execute();
  const again = (text: string | null) => {
    const secret = text && decrypted(sealedFor, text);
    return secret ? encrypted(sealedFor, secret, to) : null;
  };
  for (const { personId, secretSealed, pendingSealed } of await db.find(SecondFactors))
    // oxlint-disable-next-line no-await-in-loop -- people of the team alone
    await db.update(SecondFactors, personId, {
      secretSealed: again(secretSealed),
      pendingSealed: again(pendingSealed),
    });
  return undefined;
}
