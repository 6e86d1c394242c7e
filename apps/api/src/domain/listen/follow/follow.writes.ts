import type { EntityManager } from "typeorm";
import { type Following, follow, holderOf, keyOf } from "./follow.ts";
import { opened } from "./follow.queries.ts";
import { Follows } from "./follow.entity.ts";

/** Keeps who follows a response. */
export const keepFollow = (db: EntityManager, following: Following) => db.insert(Follows, follow(following));

/** Lets go of a response: its address or its account follows it no more. */
export const dropFollow = (db: EntityManager, kind: Following["kind"], responseId: string) =>
  db.delete(Follows, { key: keyOf(kind, responseId) });

/** Forgets an address; answers with the responses that it followed. */
export async function forgetAddress(db: EntityManager, address: string): Promise<string[]> {
  const holder = holderOf("ADDRESS", address);
  const followed = opened(await db.findBy(Follows, { holder })).map(({ responseId }) => responseId);
  await db.delete(Follows, { holder });
  return followed;
}
