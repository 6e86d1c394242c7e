import type { MigrationInterface, QueryRunner } from "typeorm";

/** Words of an instance about itself, and its logo. */
export class Instance202611270930 implements MigrationInterface {
  name = "Instance1795771802761";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "instance" ("id" uuid NOT NULL DEFAULT '00000000-0000-4000-8000-000000000001', "name" text NOT NULL, "accent" text, "english" boolean NOT NULL DEFAULT false, "organiser" text, "controller" text, "address" text, "contact" text, "director" text, "host" text, "legal_text" text, "privacy_text" text, "sender_name" text, "sender_address" text, "legal_edited_on" date, "privacy_edited_on" date, "logo_digest" text, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "PK_eaf60e4a0c399c9935413e06474" PRIMARY KEY ("id"));
      CREATE TABLE "instance_logo" ("id" uuid NOT NULL, "kind" text NOT NULL, "bytes" bytea NOT NULL, CONSTRAINT "PK_0de8f5f9f26a47884f0b96ce68c" PRIMARY KEY ("id"));
      ALTER TABLE "instance_logo" ADD CONSTRAINT "FK_0de8f5f9f26a47884f0b96ce68c" FOREIGN KEY ("id") REFERENCES "instance"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "instance_logo" DROP CONSTRAINT "FK_0de8f5f9f26a47884f0b96ce68c";
      DROP TABLE "instance_logo";
      DROP TABLE "instance";
    `);
  }
}
