import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who gave which key point, what was handed to another theme, and the minutes that are read on the bench. */
export class Bench0016 implements MigrationInterface {
  name = "Bench1795612624709";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "reading_code" ("contribution_id" uuid NOT NULL, "person_id" uuid NOT NULL, "key_point_id" uuid NOT NULL, "starts_at" integer NOT NULL, "ends_at" integer NOT NULL, CONSTRAINT "PK_876c511f36d6740a5ed2e089e32" PRIMARY KEY ("contribution_id", "person_id", "key_point_id", "starts_at", "ends_at"));
      CREATE TABLE "forwarding" ("contribution_id" uuid NOT NULL, "theme_id" uuid NOT NULL, "forwarded_on" date NOT NULL, "read_on" date, "not_retained" text, CONSTRAINT "PK_e0e9751e6aef7733927c93095b8" PRIMARY KEY ("contribution_id", "theme_id"));
      CREATE INDEX "forwarding_theme" ON "forwarding"  ("theme_id") ;
      ALTER TABLE "contribution" ADD "minutes_block_id" uuid;
      ALTER TABLE "contribution" ADD CONSTRAINT "UQ_3b5c1125c9e8e88762434caad62" UNIQUE ("minutes_block_id");
      CREATE INDEX "reading_person" ON "reading"  ("person_id", "read_at") ;
      ALTER TABLE "contribution" ADD CONSTRAINT "FK_3b5c1125c9e8e88762434caad62" FOREIGN KEY ("minutes_block_id") REFERENCES "minutes_block"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "reading_code" ADD CONSTRAINT "FK_af0451ea3abb4e0c6129fe0c0ba" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "reading_code" ADD CONSTRAINT "FK_786448392a73a6d265ec047ed71" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "reading_code" ADD CONSTRAINT "FK_2c555cf0c561fdf319db3d1665d" FOREIGN KEY ("key_point_id") REFERENCES "key_point"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "forwarding" ADD CONSTRAINT "FK_9d846429124b6724e7c56c6871c" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "forwarding" ADD CONSTRAINT "FK_be11751f6e2d63ffef9bcf76b4a" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      INSERT INTO "reading_code" SELECT p.contribution_id, p.marked_by_id, l.key_point_id, p.starts_at, p.ends_at
        FROM "passage" p JOIN "key_point_passage" l ON l.passage_id = p.id WHERE p.marked_by_id IS NOT NULL AND p.starts_at >= 0
        ON CONFLICT DO NOTHING;
      INSERT INTO "forwarding" SELECT id, forwarded_theme_id, not_retained_on FROM "contribution"
        WHERE forwarded_theme_id IS NOT NULL AND status = 'PUBLISHED';
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "forwarding" DROP CONSTRAINT "FK_be11751f6e2d63ffef9bcf76b4a";
      ALTER TABLE "forwarding" DROP CONSTRAINT "FK_9d846429124b6724e7c56c6871c";
      ALTER TABLE "reading_code" DROP CONSTRAINT "FK_2c555cf0c561fdf319db3d1665d";
      ALTER TABLE "reading_code" DROP CONSTRAINT "FK_786448392a73a6d265ec047ed71";
      ALTER TABLE "reading_code" DROP CONSTRAINT "FK_af0451ea3abb4e0c6129fe0c0ba";
      ALTER TABLE "contribution" DROP CONSTRAINT "FK_3b5c1125c9e8e88762434caad62";
      DROP INDEX "public"."reading_person";
      ALTER TABLE "contribution" DROP CONSTRAINT "UQ_3b5c1125c9e8e88762434caad62";
      ALTER TABLE "contribution" DROP COLUMN "minutes_block_id";
      DROP INDEX "public"."forwarding_theme";
      DROP TABLE "forwarding";
      DROP TABLE "reading_code";
    `);
  }
}
