import type { EntityManager, EntitySchema } from "typeorm";
import { freePlace, slugAgain } from "../../../platform/data/freeSlug.ts";
import { isPlace } from "../../../platform/data/placeSlug.ts";
import { masked } from "./heldText.ts";

/**
 * The name in addresses of a row whose name a moderator just masked, or gave back: it tells no masked word, and is made of
 * words again once they are back. `name` is undefined where the ruling is about other words.
 */
export async function ruledSlug<Row extends { slug: string }>(
  db: EntityManager,
  table: EntitySchema<Row>,
  { id, name, otherwise }: { id: string; name: string | undefined; otherwise: string },
): Promise<{ slug?: string }> {
  if (name === undefined) return {};
  const { slug } = await db.findOneByOrFail(table, { id } as never);
  if (name.includes(masked)) return { slug: await freePlace(db, table, slug) };
  return isPlace(slug) ? { slug: await slugAgain(db, table, slug, { words: name, otherwise }) } : {};
}
