import type { EntityManager } from "typeorm";
import type { Language } from "../../graphql/resolvers.generated.ts";

/** Words of a mail; null where there is nothing left to say. */
export type Composed = { subject: string; text: string; language: Language } | null;

/** Writes a mail as it leaves, from what was noted when it was left: what it tells is read again then. */
export type Composer = (db: EntityManager, noted: string) => Promise<Composed>;

const composers = new Map<string, Composer>();

/** Registers a composer under its name, which one room has. */
export const declareComposer = (name: string, composer: Composer) => void composers.set(name, composer);

/** Names of those whose mails somebody waits for in front of a page: they leave before all others. */
export const awaited = new Set<string>();

/** The composer of a name; a name that no room declares is a fault of ours. */
export function composerNamed(name: string): Composer {
  const composer = composers.get(name);
  if (!composer) throw new Error(`No room composes the mail ${name}.`);
  return composer;
}
