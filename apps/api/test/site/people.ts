import { createHmac, randomBytes } from "node:crypto";
import type { DataSource } from "typeorm";
import { beforeAll } from "vitest";
import type { Role } from "../../src/graphql/resolvers.generated.ts";
import { secret } from "../../src/platform/secret.ts";
import { sessionCookie } from "../../src/platform/server/session.ts";
import { type HeldRole, type Viewer, viewerOf } from "../../src/platform/viewer.ts";

/** A person given a role, with all their rights: the first one, or the one after so many. */
export async function holderOf(database: DataSource, role: Role, after = 0): Promise<Viewer> {
  const [person] = await database.query<[{ id: string; displayName: string; language: "fr" | "en" } | undefined]>(
    `select p.id, p.display_name as "displayName", p.language from role_grant g join person p on p.id = g.person_id
     where g.role = $1 and g.ended_at is null order by g.id limit 1 offset $2`,
    [role, after],
  );
  if (!person) throw new Error(`Nobody is ${role}.`);
  return viewerOf(person, await rolesOf(database, person.id));
}

/** Roles that somebody holds now. */
const rolesOf = (database: DataSource, personId: string) =>
  database.query<HeldRole[]>(
    `select role, group_id as "groupId", territory_id as "territoryId" from role_grant
     where person_id = $1 and ended_at is null`,
    [personId],
  );

/** Somebody with the roles that they hold now. */
export const signedIn = async (database: DataSource, id: string): Promise<Viewer> =>
  viewerOf({ id, displayName: "Ana", language: "fr" }, await rolesOf(database, id));

/** People given these roles, by role, once the tests of a file begin. */
export function holders<R extends Role>(api: { database: DataSource }, ...roles: R[]): Record<R, Viewer> {
  const people = {} as Record<R, Viewer>;
  beforeAll(async () => {
    for (const role of roles) people[role] = await holderOf(api.database, role);
  });
  return people;
}

/** Cookie of a browser where a person is signed in. */
export async function cookieOf(database: DataSource, personId: string): Promise<string> {
  const token = randomBytes(16).toString("hex");
  await database.query(
    "insert into session (person_id, token, expires_at) values ($1, $2, now() + interval '1 hour')",
    [personId, token],
  );
  const signature = createHmac("sha256", secret()).update(token).digest("base64");
  return `${sessionCookie.prefix}${sessionCookie.name}=${encodeURIComponent(`${token}.${signature}`)}`;
}

/** A new person with roles, everywhere or in one group. */
export async function personWith(database: DataSource, roles: Role[], groupId: string | null = null): Promise<string> {
  const address = `${randomBytes(6).toString("hex")}@example.org`;
  const [{ id }] = await database.query<[{ id: string }]>(
    "insert into person (email, display_name) values ($1, 'Une personne fictive') returning id",
    [address],
  );
  for (const role of roles)
    await database.query("insert into role_grant (person_id, role, group_id) values ($1, $2, $3)", [id, role, groupId]);
  return id;
}
