import type { DataSource } from "typeorm";
import { WorkingGroups } from "../domain/ground/group/group.entity.ts";
import { Persons } from "../domain/ground/person/person.entity.ts";
import { RoleGrants } from "../domain/ground/role/role.entity.ts";
import { type Document, Documents } from "../domain/meet/document/document.entity.ts";
import { Misconfigured } from "../platform/config.ts";
import { isEmail } from "../platform/text/text.ts";
import { insertAll } from "../platform/data/bulk.ts";
import { dayOf } from "../platform/day.ts";
import { seedReference } from "./reference.ts";
import { templates } from "./templates.ts";

/** Begins a real instance: axes, themes, words of lists, territories, templates. Safe to do again. */
export async function seedEmpty(database: DataSource): Promise<void> {
  await database.transaction(async (db) => {
    await db.query("select pg_advisory_xact_lock(713)");
    if (await db.existsBy(WorkingGroups, { fictional: true }))
      throw new Misconfigured("This database holds the demonstration: a real instance begins on one of its own.");
    await seedReference(db);
    if (!(await db.existsBy(Documents, {}))) {
      const common = { groupId: null, publishedOn: dayOf(new Date()), fictional: false };
      await insertAll(db, Documents, templates().map(({ row }) => ({ ...row, ...common })) as Document[]);
    }
  });
}

/** The same, with somebody to run it who signs in by a mail. */
export async function seedEmptyFor(database: DataSource, admin: string): Promise<void> {
  const email = admin.trim().toLowerCase();
  if (!isEmail(email)) throw new Misconfigured(`${admin || "That"} is not an address like somebody@example.org.`);
  await seedEmpty(database);
  await database.transaction(async (db) => {
    await db.query("select pg_advisory_xact_lock(713)");
    const known = await db.findOneBy(Persons, { email });
    const personId = known?.id ?? ((await db.insert(Persons, { email })).identifiers[0]!.id as string);
    if (!(await db.existsBy(RoleGrants, { personId, role: "ADMINISTRATOR" })))
      await db.insert(RoleGrants, { personId, role: "ADMINISTRATOR" });
  });
}
