import type { EntityManager } from "typeorm";
import { Refusal } from "../../../platform/refusal.ts";
import { type Interlocutor, Interlocutors } from "./interlocutor.entity.ts";

/** The office of this slug, or the one that it was merged into; refused by field where there is none. */
export async function officeNamed(db: EntityManager, slug: string, field: string): Promise<Interlocutor> {
  const named = await db.findOneBy(Interlocutors, { slug: slug.replaceAll("\0", "") });
  const office = named?.mergedIntoId ? await db.findOneBy(Interlocutors, { id: named.mergedIntoId }) : named;
  if (!office) throw new Refusal("UNKNOWN_CHOICE", field);
  return office;
}
