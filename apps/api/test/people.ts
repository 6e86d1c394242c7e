import type { DataSource } from "typeorm";
import type { Role } from "../src/graphql/resolvers.generated.ts";
import { type HeldRole, type Viewer, viewerOf } from "../src/platform/viewer.ts";

/** Somebody who holds a right, with all they hold; the first to whom it was given. */
export async function holderOf(database: DataSource, role: Role): Promise<Viewer> {
  const [person] = await database.query<[{ id: string; displayName: string; language: "fr" | "en" } | undefined]>(
    `select p.id, p.display_name as "displayName", p.language from role_grant g join person p on p.id = g.person_id
     where g.role = $1 order by g.id limit 1`,
    [role],
  );
  if (!person) throw new Error(`Nobody is ${role}.`);
  const roles = await database.query<HeldRole[]>(
    `select role, group_id as "groupId", territory_id as "territoryId" from role_grant where person_id = $1`,
    [person.id],
  );
  return viewerOf(person, roles);
}
