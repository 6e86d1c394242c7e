import type { SignedIn } from "../../../platform/viewer.ts";
import { type EntityManager, IsNull, Not } from "typeorm";
import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { Persons } from "./person.entity.ts";

/** The address of a fictional person who can be borrowed; null for anybody else. */
export async function personaOf(db: EntityManager, id: string): Promise<{ email: string } | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const person = await db.findOneBy(Persons, { id, fictional: true, email: Not(IsNull()) });
  return person && { email: person.email! };
}

/** Display name of a person; null where they gave none. */
export async function nameOf({ db, cached }: Context, personId: string | null): Promise<string | null> {
  if (!personId) return null;
  const name = "person: name";
  const loader = cached(name, async (ids) => {
    const text = "select id, nullif(display_name, '') as name from person where id = any($1::uuid[])";
    return keyed(await prepared<{ id: string; name: string | null }>(db, name, text, [ids]), ({ id }) => id);
  });
  return (await loader(personId))?.name ?? null;
}

/** The viewer of the schema is signed in: a visitor has none. */
export type Viewer = SignedIn;

/** The rights of a viewer: each room answers its own fields. */
export type ViewerRights = object;
