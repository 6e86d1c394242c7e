import type { EntityManager } from "typeorm";
import type { ModeratedKind } from "../../../graphql/resolvers.generated.ts";

/** Lets the rulings on a text lapse: its author changed it, or took it back. Words that were masked are erased. */
export async function liftRulings(db: EntityManager, kinds: ModeratedKind[], textId: string) {
  await db.query("delete from hold where kind = any($1) and text_id = $2", [kinds, textId]);
  await db.query(
    `update ruling set lifted_at = coalesce(lifted_at, now()), former = '{}'
     where kind = any($1) and text_id = $2 and (lifted_at is null or former <> '{}')`,
    [kinds, textId],
  );
}
