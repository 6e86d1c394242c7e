import type { MigrationInterface, QueryRunner } from "typeorm";

/** The secret that a database belongs to, by its mark, and codes that the one before it made. */
export class Secret202611270704 implements MigrationInterface {
  name = "Secret1795763040000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "former_code" ("digest" text NOT NULL, "current" text NOT NULL, "until" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_63799654f7ac6029e56c96c60da" PRIMARY KEY ("digest"));
      CREATE TABLE "secret_mark" ("mark" text NOT NULL, CONSTRAINT "PK_a120fbc9b8dd4a39260d0fc153b" PRIMARY KEY ("mark"));
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      DROP TABLE "secret_mark";
      DROP TABLE "former_code";
    `);
  }
}
