import type { EntityManager } from "typeorm";
import { Reactions } from "./reaction.entity.ts";

/** Writes the reply of the team to a reaction; takes it back where it is still the one that was written. */
export const replyTo = (db: EntityManager, id: string, reply: string | null, was?: string) =>
  db.update(Reactions, { id, ...(was !== undefined && { reply: was }) }, { reply });
