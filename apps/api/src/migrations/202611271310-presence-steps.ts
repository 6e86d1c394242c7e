import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Presence is noted by way of coming too, and an adoption tells its presence by territory in steps of five: what was
 * recorded before is lowered to them, five at least left out.
 */
export class PresenceSteps202611271310 implements MigrationInterface {
  name = "PresenceSteps1795785000000";

  async up(db: QueryRunner) {
    await db.query(`ALTER TABLE "meeting" ADD "presence_channels" jsonb NOT NULL DEFAULT '{}'`);
    await db.query(`ALTER TABLE "adoption" ADD "present" integer NOT NULL DEFAULT 0`);
    await db.query(`
      UPDATE "recorded_adoption" SET "decided" = "decided" || jsonb_build_object('present',
        (SELECT coalesce(sum((it->>'people')::int), 0) FROM jsonb_array_elements("decided"->'presence') it))`);
    const adopted: { id: string; presence: Presence[] }[] = await db.query(`SELECT "id", "presence" FROM "adoption"`);
    for (const { id, presence } of adopted)
      await db.query(`UPDATE "adoption" SET "present" = $2, "presence" = $3 WHERE "id" = $1`, [
        id,
        sum(presence),
        JSON.stringify(inSteps(presence)),
      ]);
  }

  async down(db: QueryRunner) {
    await db.query(`UPDATE "recorded_adoption" SET "decided" = "decided" - 'present'`);
    await db.query(`ALTER TABLE "adoption" DROP COLUMN "present"`);
    await db.query(`ALTER TABLE "meeting" DROP COLUMN "presence_channels"`);
  }
}

interface Presence {
  territoryId: string;
  people: number;
}

const sum = (presence: Presence[]) => presence.reduce((all, { people }) => all + people, 0);

function inSteps(presence: Presence[]): Presence[] {
  const all = sum(presence);
  if (all < 10) return [];
  const told = presence.map((one) => ({ ...one, people: one.people - (one.people % 5) }));
  while (all - sum(told) < 5) told.toSorted((a, b) => b.people - a.people)[0]!.people -= 5;
  return told.filter(({ people }) => people > 0);
}
