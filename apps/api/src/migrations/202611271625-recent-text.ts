import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which texts of a few days come from one author, within one group. */
export class RecentText202611271625 implements MigrationInterface {
  name = "RecentText1795796710340";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "recent_text" ("kind" text NOT NULL, "text_id" uuid NOT NULL, "group_id" uuid NOT NULL,
        "author_digest" text NOT NULL, "written_on" date NOT NULL, "is_seen" boolean NOT NULL DEFAULT false,
        CONSTRAINT "PK_a80c2edd751e495ca4ae960e5cf" PRIMARY KEY ("kind", "text_id"));
      CREATE INDEX "recent_text_author" ON "recent_text" ("author_digest", "written_on");
      CREATE INDEX "recent_text_group" ON "recent_text" ("group_id", "written_on");
      ALTER TABLE "recent_text" ADD CONSTRAINT "FK_da27472d7713a3677ec39495f80"
        FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query('DROP TABLE "recent_text"');
  }
}
