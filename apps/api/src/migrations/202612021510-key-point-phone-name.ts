import type { MigrationInterface, QueryRunner } from "typeorm";

/** A key point has a name that telephones have room for. */
export class KeyPointPhoneName202612021510 implements MigrationInterface {
  name = "KeyPointPhoneName1796224200000";

  async up(db: QueryRunner) {
    await db.query('ALTER TABLE "key_point" ADD "phone_name" text');
  }

  async down(db: QueryRunner) {
    await db.query('ALTER TABLE "key_point" DROP COLUMN "phone_name"');
  }
}
