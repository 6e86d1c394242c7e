import { type EntityManager, IsNull, Not } from "typeorm";
import type { DemoPersona } from "../../graphql/resolvers.generated.ts";
import { prepared } from "../../platform/statement.ts";
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
