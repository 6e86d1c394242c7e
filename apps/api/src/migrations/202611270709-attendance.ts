import type { MigrationInterface, QueryRunner } from "typeorm";

/** People say that they come to a meeting, without an account; where to tell them is kept apart. */
export class Attendance202611270709 implements MigrationInterface {
  name = "Attendance1795763340000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "attendance" (
        "id" uuid NOT NULL DEFAULT gen_random_uuid(),
        "key" text NOT NULL,
        "code_digest" text NOT NULL,
        "device_digest" text,
        "meeting_id" uuid NOT NULL,
        "name" text,
        "territory_id" uuid,
        "region_id" uuid,
        "channel" text NOT NULL,
        "relay_room" text,
        "needs" text array NOT NULL DEFAULT '{}',
        "needs_more" text,
        "arrival" integer NOT NULL,
        "waiting" boolean NOT NULL DEFAULT false,
        "to_confirm" boolean NOT NULL DEFAULT false,
        "withdrawn" boolean NOT NULL DEFAULT false,
        CONSTRAINT "UQ_ccac57eb0886ffb11c33c59f5c9" UNIQUE ("key"),
        CONSTRAINT "UQ_18286e878b19fa1d386121d5aa6" UNIQUE ("code_digest"),
        CONSTRAINT "PK_ee0ffe42c1f1a01e72b725c0cb2" PRIMARY KEY ("id"),
        CONSTRAINT "FK_fedd75244556b90cd6a92b7c149" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id"),
        CONSTRAINT "FK_4fb0fb9fabf07e2415a9e1e9c7a" FOREIGN KEY ("territory_id") REFERENCES "territory"("id"),
        CONSTRAINT "FK_c158db2222b0f1d4ae4d02aced5" FOREIGN KEY ("region_id") REFERENCES "territory"("id")
      );
      CREATE UNIQUE INDEX "attendance_arrival" ON "attendance" ("meeting_id", "arrival");
      CREATE TABLE "attendance_address" (
        "attendance_id" uuid NOT NULL,
        "address" text NOT NULL,
        "language" text NOT NULL,
        CONSTRAINT "PK_8558984e6c6451458d7ce4f9bf3" PRIMARY KEY ("attendance_id"),
        CONSTRAINT "FK_8558984e6c6451458d7ce4f9bf3" FOREIGN KEY ("attendance_id") REFERENCES "attendance"("id")
      );
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`DROP TABLE "attendance_address"; DROP TABLE "attendance";`);
  }
}
