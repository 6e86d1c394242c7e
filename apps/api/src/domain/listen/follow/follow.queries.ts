import type { EntityManager } from "typeorm";
import type { Context } from "../../../platform/context.ts";
import { keyed } from "../../../platform/data/batch.ts";
import { rowsJoined } from "../../../platform/data/linked.ts";
import { rowsOf } from "../../../platform/data/statement.ts";
import { type Following, followingOf, holderOf, keyOf } from "./follow.ts";
import { type Follow, Follows } from "./follow.entity.ts";

/** The values of some rows. */
export const opened = (rows: Follow[]): Following[] => rows.map(followingOf).filter((it) => it !== null);

/** Everybody who follows a response, to be told of it. */
export const allFollowing = async (db: EntityManager) => opened(await rowsOf(db, Follows, "follow: all", ""));

/** Responses that some people follow, by their address and by their account. */
export async function followingAmong(db: EntityManager, people: { address: string; personId: string | null }[]) {
  const holders = people.flatMap(({ address, personId }) => [
    holderOf("ADDRESS", address),
    ...(personId === null ? [] : [holderOf("ACCOUNT", personId)]),
  ]);
  return opened(await rowsOf(db, Follows, "follow: among", "where it.holder = any($1)", [holders]));
}

/** The address that was left with a response, or the account that holds it; null when none. */
export async function followerOf(db: EntityManager, kind: Following["kind"], responseId: string) {
  const row = await db.findOneBy(Follows, { key: keyOf(kind, responseId) });
  return row && (followingOf(row)?.value ?? null);
}

/** The same of the account, for all the responses that a request asks of. */
export async function accountOf(context: Context, responseId: string): Promise<string | null> {
  const loader = context.batch("follow: accounts", async (ids) => {
    const keys = ids.map((id) => keyOf("ACCOUNT", id));
    const rows = await rowsJoined(context, Follows, "follow: accounts", "where it.key = any($1)", [keys]);
    return keyed(opened(rows), (it) => it.responseId);
  });
  return (await loader(responseId))?.value ?? null;
}

/** Ids of the responses that an account holds. */
export async function heldBy(db: EntityManager, personId: string): Promise<string[]> {
  const tail = "where it.holder = $1 order by it.key limit 500";
  const rows = await rowsOf(db, Follows, "follow: of account", tail, [holderOf("ACCOUNT", personId)]);
  return opened(rows).map(({ responseId }) => responseId);
}
