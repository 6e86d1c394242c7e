import type { MigrationInterface, QueryRunner } from "typeorm";

/** Somebody who comes to a meeting leaves an address to be told of its minutes. */
export class MinutesReader202611271709 implements MigrationInterface {
  name = "MinutesReader1795799371626";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "minutes_reader" ("attendance_id" uuid NOT NULL, "address" text NOT NULL, "language" text NOT NULL, CONSTRAINT "PK_7719497651013a3d99b54ed8825" PRIMARY KEY ("attendance_id"));
      ALTER TABLE "minutes_reader" ADD CONSTRAINT "FK_7719497651013a3d99b54ed8825" FOREIGN KEY ("attendance_id") REFERENCES "attendance"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "minutes_reader" DROP CONSTRAINT "FK_7719497651013a3d99b54ed8825";
      DROP TABLE "minutes_reader";
    `);
  }
}
