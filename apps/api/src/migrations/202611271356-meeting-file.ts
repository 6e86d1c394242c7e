import type { MigrationInterface, QueryRunner } from "typeorm";

/** Documents are attached to a meeting. */
export class MeetingFile202611271356 implements MigrationInterface {
  name = "MeetingFile1795787760000";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "meeting_file" ("id" uuid NOT NULL DEFAULT uuidv7(), "meeting_id" uuid NOT NULL, "title" text NOT NULL, "kind" text NOT NULL, "size" integer NOT NULL, "digest" text NOT NULL, "added_on" date NOT NULL, CONSTRAINT "PK_937312695d03562039f3af1aa89" PRIMARY KEY ("id"));
      CREATE INDEX "meeting_file_meeting" ON "meeting_file"  ("meeting_id");
      CREATE TABLE "meeting_file_content" ("file_id" uuid NOT NULL, "bytes" bytea NOT NULL, CONSTRAINT "PK_e7e4570863bc378e6150ee6235f" PRIMARY KEY ("file_id"));
      ALTER TABLE "meeting_file" ADD CONSTRAINT "FK_011c36334186281a46904dfef8a" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "meeting_file_content" ADD CONSTRAINT "FK_e7e4570863bc378e6150ee6235f" FOREIGN KEY ("file_id") REFERENCES "meeting_file"("id") ON DELETE CASCADE ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`DROP TABLE "meeting_file_content"; DROP TABLE "meeting_file";`);
  }
}
