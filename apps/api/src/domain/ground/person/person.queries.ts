import type { SignedIn } from "../../../platform/viewer.ts";
import { type EntityManager, IsNull, Not } from "typeorm";
import type { DemoPersona } from "../../../graphql/resolvers.generated.ts";
import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { Persons } from "./person.entity.ts";

/** The fictional persons whom the demonstration lends: those who hold a role, in the order they were made. */
export const demoPersonas = (db: EntityManager) =>
  prepared<DemoPersona>(
    db,
    "demo personas",
    `select p.id, p.display_name as "displayName", array_agg(distinct g.role) as roles, max(t.name) as "territoryName"
     from person p join role_grant g on g.person_id = p.id
     left join territory t on t.id = coalesce(g.territory_id, p.territory_id)
     where p.fictional and p.email is not null group by p.id order by p.id`,
  );

/** The address of a fictional person who can be borrowed; null for anybody else. */
export async function personaOf(db: EntityManager, id: string): Promise<{ email: string } | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const person = await db.findOneBy(Persons, { id, fictional: true, email: Not(IsNull()) });
  return person && { email: person.email! };
}

/** Display name of a person; null where they gave none. */
export async function nameOf({ db, batch }: Context, personId: string | null): Promise<string | null> {
  if (!personId) return null;
  const name = "person: name";
  const loader = batch(name, async (ids) => {
    const text = "select id, nullif(display_name, '') as name from person where id = any($1::uuid[])";
    return keyed(await prepared<{ id: string; name: string | null }>(db, name, text, [ids]), ({ id }) => id);
  });
  return (await loader(personId))?.name ?? null;
}

/** Persons `p` who can be asked. */
export const canCarry = `p.email is not null and not p.banned and p.display_name <> ''
  and exists (select from role_grant g where g.person_id = p.id)`;

/** The viewer of the schema is signed in: a visitor has none. */
export type Viewer = SignedIn;

/** The rights of a viewer: each room answers its own fields. */
export type ViewerRights = object;
