import type { MigrationInterface, QueryRunner } from "typeorm";

/** What holds between proposals, the words that all use, and what people look for and offer. */
export class Unity0024 implements MigrationInterface {
  name = "Unity1795619620026";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "coherence_note" ("id" uuid NOT NULL DEFAULT uuidv7(), "kind" text NOT NULL, "text" text NOT NULL, "state" text NOT NULL DEFAULT 'OPEN', "resolution" text, "version" integer NOT NULL DEFAULT '1', "noted_on" date NOT NULL, "noted_by_id" uuid, "settled_on" date, "settled_by_id" uuid, "suggestion" text, "fictional" boolean NOT NULL DEFAULT false, CONSTRAINT "PK_3fca619be491fd106b5314d9785" PRIMARY KEY ("id"));
      CREATE TABLE "coherence_note_proposal" ("note_id" uuid NOT NULL, "proposal_id" uuid NOT NULL, CONSTRAINT "PK_8fccbefdd801ce4b03f84e9213b" PRIMARY KEY ("note_id", "proposal_id"));
      CREATE INDEX "coherence_note_proposal_proposal" ON "coherence_note_proposal"  ("proposal_id") ;
      CREATE TABLE "left_suggestion" ("key" text NOT NULL, "left_on" date NOT NULL, "left_by_id" uuid NOT NULL, CONSTRAINT "PK_0661acf4f272d088ed8d489147d" PRIMARY KEY ("key"));
      CREATE TABLE "glossary_term" ("id" uuid NOT NULL DEFAULT uuidv7(), "slug" text NOT NULL, "group_id" uuid NOT NULL, "word" text NOT NULL, "definition" text NOT NULL, "synonyms" text array NOT NULL DEFAULT '{}', "avoid" text array NOT NULL DEFAULT '{}', "english" text, "in_texts" boolean NOT NULL DEFAULT false, "version" integer NOT NULL DEFAULT '1', "fictional" boolean NOT NULL DEFAULT false, CONSTRAINT "UQ_2acb299642c46ce52d0231cab0b" UNIQUE ("slug"), CONSTRAINT "PK_0392cb8d1b80ba9570ad6344b85" PRIMARY KEY ("id"));
      CREATE TABLE "glossary_version" ("id" uuid NOT NULL DEFAULT uuidv7(), "term_id" uuid NOT NULL, "number" integer NOT NULL, "word" text NOT NULL, "definition" text NOT NULL, "synonyms" text array NOT NULL DEFAULT '{}', "avoid" text array NOT NULL DEFAULT '{}', "defined_on" date NOT NULL, "defined_by_id" uuid, "why" text, "reaction_id" uuid, "meeting_id" uuid, CONSTRAINT "PK_c0c6ef306c33eb7cb24a0d9bf1e" PRIMARY KEY ("id"));
      CREATE UNIQUE INDEX "glossary_version_number" ON "glossary_version"  ("term_id", "number") ;
      CREATE TABLE "language_kit" ("id" uuid NOT NULL, "words" jsonb NOT NULL, "version" integer NOT NULL DEFAULT '1', "fictional" boolean NOT NULL DEFAULT false, CONSTRAINT "PK_ca4c3aa39ff3b9f72be2a50c2ff" PRIMARY KEY ("id"));
      CREATE TABLE "language_kit_version" ("id" uuid NOT NULL DEFAULT uuidv7(), "kit_id" uuid NOT NULL, "number" integer NOT NULL, "words" jsonb NOT NULL, "written_on" date NOT NULL, "written_by_id" uuid, "why" text, CONSTRAINT "PK_8bfc628e1dfcc3d84a7acf7128d" PRIMARY KEY ("id"));
      CREATE UNIQUE INDEX "language_kit_version_number" ON "language_kit_version"  ("kit_id", "number") ;
      CREATE TABLE "exchange" ("id" uuid NOT NULL DEFAULT uuidv7(), "group_id" uuid NOT NULL, "direction" text NOT NULL, "kind" text NOT NULL, "title" text NOT NULL, "text" text NOT NULL, "sector" text NOT NULL, "territory_id" uuid NOT NULL, "region_id" uuid, "initiative_id" uuid, "organisation" text, "author_id" uuid NOT NULL, "posted_on" date NOT NULL, "expires_on" date NOT NULL, "closed_on" date, "hidden_reason" text, "version" integer NOT NULL DEFAULT '1', "fictional" boolean NOT NULL DEFAULT false, CONSTRAINT "PK_cbd4568fcb476b57cebd8239895" PRIMARY KEY ("id"));
      CREATE INDEX "exchange_newest" ON "exchange"  ("posted_on", "id") ;
      CREATE INDEX "exchange_author" ON "exchange"  ("author_id") ;
      CREATE TABLE "introduction" ("id" uuid NOT NULL DEFAULT gen_random_uuid(), "exchange_id" uuid NOT NULL, "asked_by_id" uuid NOT NULL, "text" text NOT NULL, "state" text NOT NULL DEFAULT 'ASKED', "asked_on" date NOT NULL, "answered_on" date, CONSTRAINT "PK_d5544c866e1ffeb156a2b636082" PRIMARY KEY ("id"));
      CREATE UNIQUE INDEX "introduction_once" ON "introduction"  ("exchange_id", "asked_by_id") ;
      CREATE INDEX "introduction_asked_by" ON "introduction"  ("asked_by_id") ;
      ALTER TABLE "coherence_note" ADD CONSTRAINT "FK_61b91dab7996b8a780c3465ad9d" FOREIGN KEY ("noted_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "coherence_note" ADD CONSTRAINT "FK_d23431d21835eaced19a3e9b0ee" FOREIGN KEY ("settled_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "coherence_note_proposal" ADD CONSTRAINT "FK_6865c580fd737b656dded8a6c45" FOREIGN KEY ("note_id") REFERENCES "coherence_note"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "coherence_note_proposal" ADD CONSTRAINT "FK_dfa1c0289e603a4d465ee8d2dbe" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "left_suggestion" ADD CONSTRAINT "FK_85da4543c4bffa5f6ff7ab40f40" FOREIGN KEY ("left_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "glossary_term" ADD CONSTRAINT "FK_1c84e41c7ff96d3139669267478" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "exchange" ADD CONSTRAINT "FK_0ee051bc7657d2eb76fe339afee" FOREIGN KEY ("group_id") REFERENCES "working_group"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "glossary_version" ADD CONSTRAINT "FK_feb7a656031585aa68d07f14463" FOREIGN KEY ("term_id") REFERENCES "glossary_term"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "glossary_version" ADD CONSTRAINT "FK_48e77823061c4ce0c8f216ef4a3" FOREIGN KEY ("defined_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "glossary_version" ADD CONSTRAINT "FK_f5c0fda28e987cb23ba579101b6" FOREIGN KEY ("reaction_id") REFERENCES "reaction"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "glossary_version" ADD CONSTRAINT "FK_0bbd7c8e8780e516e18ae557ae4" FOREIGN KEY ("meeting_id") REFERENCES "meeting"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "language_kit" ADD CONSTRAINT "FK_ca4c3aa39ff3b9f72be2a50c2ff" FOREIGN KEY ("id") REFERENCES "working_group"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "language_kit_version" ADD CONSTRAINT "FK_ebaeecf6fb9451cbc04b8163743" FOREIGN KEY ("kit_id") REFERENCES "language_kit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "language_kit_version" ADD CONSTRAINT "FK_d0b184d54d64e7e28f2bae7f48d" FOREIGN KEY ("written_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "exchange" ADD CONSTRAINT "FK_3c23ed51eb711658c2f7dffcd40" FOREIGN KEY ("territory_id") REFERENCES "territory"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "exchange" ADD CONSTRAINT "FK_50f846a2a020320306bfdc98e54" FOREIGN KEY ("region_id") REFERENCES "territory"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "exchange" ADD CONSTRAINT "FK_e68adfc6d0f1e1cc1afa0de049e" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "exchange" ADD CONSTRAINT "FK_7d1d408556e04862707ce37db53" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "introduction" ADD CONSTRAINT "FK_d3c2cb936d591bfeea2eeb219bf" FOREIGN KEY ("exchange_id") REFERENCES "exchange"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
      ALTER TABLE "introduction" ADD CONSTRAINT "FK_3907ebc5339138282e2323c177c" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "introduction" DROP CONSTRAINT "FK_3907ebc5339138282e2323c177c";
      ALTER TABLE "introduction" DROP CONSTRAINT "FK_d3c2cb936d591bfeea2eeb219bf";
      ALTER TABLE "exchange" DROP CONSTRAINT "FK_7d1d408556e04862707ce37db53";
      ALTER TABLE "exchange" DROP CONSTRAINT "FK_e68adfc6d0f1e1cc1afa0de049e";
      ALTER TABLE "exchange" DROP CONSTRAINT "FK_50f846a2a020320306bfdc98e54";
      ALTER TABLE "exchange" DROP CONSTRAINT "FK_3c23ed51eb711658c2f7dffcd40";
      ALTER TABLE "language_kit_version" DROP CONSTRAINT "FK_d0b184d54d64e7e28f2bae7f48d";
      ALTER TABLE "language_kit_version" DROP CONSTRAINT "FK_ebaeecf6fb9451cbc04b8163743";
      ALTER TABLE "language_kit" DROP CONSTRAINT "FK_ca4c3aa39ff3b9f72be2a50c2ff";
      ALTER TABLE "glossary_version" DROP CONSTRAINT "FK_0bbd7c8e8780e516e18ae557ae4";
      ALTER TABLE "glossary_version" DROP CONSTRAINT "FK_f5c0fda28e987cb23ba579101b6";
      ALTER TABLE "glossary_version" DROP CONSTRAINT "FK_48e77823061c4ce0c8f216ef4a3";
      ALTER TABLE "exchange" DROP CONSTRAINT "FK_0ee051bc7657d2eb76fe339afee";
      ALTER TABLE "glossary_term" DROP CONSTRAINT "FK_1c84e41c7ff96d3139669267478";
      ALTER TABLE "glossary_version" DROP CONSTRAINT "FK_feb7a656031585aa68d07f14463";
      ALTER TABLE "left_suggestion" DROP CONSTRAINT "FK_85da4543c4bffa5f6ff7ab40f40";
      ALTER TABLE "coherence_note_proposal" DROP CONSTRAINT "FK_dfa1c0289e603a4d465ee8d2dbe";
      ALTER TABLE "coherence_note_proposal" DROP CONSTRAINT "FK_6865c580fd737b656dded8a6c45";
      ALTER TABLE "coherence_note" DROP CONSTRAINT "FK_d23431d21835eaced19a3e9b0ee";
      ALTER TABLE "coherence_note" DROP CONSTRAINT "FK_61b91dab7996b8a780c3465ad9d";
      DROP INDEX "public"."introduction_asked_by";
      DROP INDEX "public"."introduction_once";
      DROP TABLE "introduction";
      DROP INDEX "public"."exchange_author";
      DROP INDEX "public"."exchange_newest";
      DROP TABLE "exchange";
      DROP INDEX "public"."language_kit_version_number";
      DROP TABLE "language_kit_version";
      DROP TABLE "language_kit";
      DROP INDEX "public"."glossary_version_number";
      DROP TABLE "glossary_version";
      DROP TABLE "glossary_term";
      DROP TABLE "left_suggestion";
      DROP INDEX "public"."coherence_note_proposal_proposal";
      DROP TABLE "coherence_note_proposal";
      DROP TABLE "coherence_note";
    `);
  }
}
