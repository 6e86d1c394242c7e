import type { MigrationInterface, QueryRunner } from "typeorm";

/** A change of address waits until both addresses agreed. */
export class AddressChange202611271702 implements MigrationInterface {
  name = "AddressChange1795798920000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "address_change" ("person_id" uuid NOT NULL, "address" text NOT NULL, "old_digest" text,
        "new_digest" text, "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
        CONSTRAINT "address_change_old_digest_key" UNIQUE ("old_digest"),
        CONSTRAINT "address_change_new_digest_key" UNIQUE ("new_digest"),
        CONSTRAINT "address_change_pkey" PRIMARY KEY ("person_id"));
      ALTER TABLE "address_change" ADD CONSTRAINT "FK_4ca4cc46fb28310f99b56da7904"
        FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query('DROP TABLE "address_change"');
  }
}
