import type { EntityManager } from "typeorm";
import { columnsOf } from "../../../platform/data/statement.ts";
import { type Draft, Drafts } from "./draft.entity.ts";
import { tokenDigest } from "./token.ts";

/** The draft of a secret; null when there is none, or none any more. The secret is all the right it takes. */
export async function draftByToken(db: EntityManager, token: string): Promise<Draft | null> {
  const digest = tokenDigest(token);
  if (!digest) return null;
  const text = `select ${columnsOf(db, Drafts)} from draft it where it.token_digest = $1`;
  const [found] = await db.query<Draft[]>(text, [digest]);
  return found ?? null;
}
