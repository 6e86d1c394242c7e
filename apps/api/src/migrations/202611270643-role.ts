import type { MigrationInterface, QueryRunner } from "typeorm";

/** Roles have a giver, an end and a reason for it; a link gives one to whoever opens it. */
export class Role202611270643 implements MigrationInterface {
  name = "Role1795761785386";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "invitation" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "key" text NOT NULL, "token_digest" text NOT NULL, "role" text NOT NULL, "group_id" uuid, "territory_id" uuid, "ends_on" date, "email" text, "made_by_id" uuid, "made_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "accepted_at" TIMESTAMP(3) WITH TIME ZONE, "accepted_by_id" uuid, "withdrawn_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "UQ_0f2dd8058e72fbc6a7fbb037214" UNIQUE ("key"), CONSTRAINT "UQ_db13244b9fe1f4a8d2d6a143298" UNIQUE ("token_digest"), CONSTRAINT "PK_beb994737756c0f18a1c1f8669c" PRIMARY KEY ("id"));
      CREATE INDEX "invitation_made" ON "invitation"  ("made_at") ;
      ALTER TABLE "role_grant" ADD "granted_by_id" uuid;
      ALTER TABLE "role_grant" ADD "ends_on" date;
      ALTER TABLE "role_grant" ADD "ended_at" TIMESTAMP(3) WITH TIME ZONE;
      ALTER TABLE "role_grant" ADD "ended_by_id" uuid;
      ALTER TABLE "role_grant" ADD "ended_reason" text;
      CREATE INDEX "role_grant_group" ON "role_grant"  ("group_id") ;
      ALTER TABLE "role_grant" ADD CONSTRAINT "FK_959626bcfa437980f8d1bb0e58e" FOREIGN KEY ("granted_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "role_grant" ADD CONSTRAINT "FK_603c2db9947c3c0e9bab0f88da7" FOREIGN KEY ("ended_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "invitation" ADD CONSTRAINT "FK_a9c71b02d29a15207172e46d761" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "invitation" ADD CONSTRAINT "FK_23ad2556d82ee42683d7d65e01a" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "invitation" ADD CONSTRAINT "FK_235dbfb318e6d404b82a17232e1" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "invitation" ADD CONSTRAINT "FK_0872e6c53a6f9802024886143b7" FOREIGN KEY ("accepted_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  /** Before, a role had no end: those that ended go, so that none comes back to life. */
  async down(db: QueryRunner) {
    await db.query(`
      DELETE FROM "role_grant" WHERE "ended_at" IS NOT NULL OR "ends_on" < current_date;
      ALTER TABLE "invitation" DROP CONSTRAINT "FK_0872e6c53a6f9802024886143b7";
      ALTER TABLE "invitation" DROP CONSTRAINT "FK_235dbfb318e6d404b82a17232e1";
      ALTER TABLE "invitation" DROP CONSTRAINT "FK_23ad2556d82ee42683d7d65e01a";
      ALTER TABLE "invitation" DROP CONSTRAINT "FK_a9c71b02d29a15207172e46d761";
      ALTER TABLE "role_grant" DROP CONSTRAINT "FK_603c2db9947c3c0e9bab0f88da7";
      ALTER TABLE "role_grant" DROP CONSTRAINT "FK_959626bcfa437980f8d1bb0e58e";
      DROP INDEX "public"."role_grant_group";
      ALTER TABLE "role_grant" DROP COLUMN "ended_reason";
      ALTER TABLE "role_grant" DROP COLUMN "ended_by_id";
      ALTER TABLE "role_grant" DROP COLUMN "ended_at";
      ALTER TABLE "role_grant" DROP COLUMN "ends_on";
      ALTER TABLE "role_grant" DROP COLUMN "granted_by_id";
      DROP INDEX "public"."invitation_made";
      DROP TABLE "invitation";
    `);
  }
}
