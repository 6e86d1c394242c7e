import type { MigrationInterface, QueryRunner } from "typeorm";

/** Originals of notebooks beside their words, how far an import was taken back, and notebooks counted from an index. */
export class NotebookFile202611272352 implements MigrationInterface {
  name = "NotebookFile1795823520000";

  async up(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "imported_text" ADD "scan" text;
      ALTER TABLE "text_import" ADD "taken_back" integer NOT NULL DEFAULT 0;
      CREATE INDEX "contribution_notebook" ON "contribution" ("theme_id", "region_id", "territory_id", "id")
        WHERE channel = 'NOTEBOOK' AND status = 'VISIBLE';
      CREATE TABLE "notebook_file" ("id" uuid NOT NULL DEFAULT uuidv7(), "contribution_id" uuid NOT NULL,
        "name" text NOT NULL, "kind" text NOT NULL, "size" integer NOT NULL, "pages" integer, "file_id" uuid NOT NULL,
        "picture_id" uuid, "added_on" date NOT NULL, CONSTRAINT "PK_838b32cc51ee865e73d48fb28d5" PRIMARY KEY ("id"));
      ALTER TABLE "notebook_file" ADD CONSTRAINT "FK_9cebdece6749d3b61210b168527" FOREIGN KEY ("contribution_id") REFERENCES "contribution"("id") ON DELETE CASCADE;
      ALTER TABLE "notebook_file" ADD CONSTRAINT "FK_9c387b0509e382bb5ca3d6bb5a4" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id");
      ALTER TABLE "notebook_file" ADD CONSTRAINT "FK_b8088ead1f066d1f7155284199f" FOREIGN KEY ("picture_id") REFERENCES "stored_file"("id");
      CREATE INDEX "notebook_file_contribution" ON "notebook_file" ("contribution_id", "id");
      CREATE INDEX "notebook_file_file" ON "notebook_file" ("file_id");
      CREATE INDEX "notebook_file_picture" ON "notebook_file" ("picture_id")`);
  }

  async down(db: QueryRunner) {
    await db.query(
      'DROP TABLE "notebook_file"; ALTER TABLE "imported_text" DROP COLUMN "scan"; ALTER TABLE "text_import" DROP COLUMN "taken_back"; DROP INDEX "contribution_notebook"',
    );
  }
}
