import type { MigrationInterface, QueryRunner } from "typeorm";
import { decrypted, encrypted, signed } from "../platform/secret.ts";

interface Following {
  kind: "ADDRESS" | "ACCOUNT";
  responseId: string;
  value: string;
}

const made = (what: string, kind: string, value: string) =>
  signed(`follow ${what}`, `${kind} ${value.toLowerCase()}`).toString("base64url");

/**
 * Moves who follows a response out of its row, under keys that only the secret makes. Digests of what was sent with an
 * address would confirm a guess of it: they are forgotten.
 */
export class Follow202611270640 implements MigrationInterface {
  name = "Follow1795761649208";

  async up(db: QueryRunner) {
    await db.query(`
      CREATE TABLE "follow" ("key" text NOT NULL, "holder" text NOT NULL, "sealed" text NOT NULL, CONSTRAINT "PK_24a384d785c5aaabb8f21dc6e68" PRIMARY KEY ("key"));
      CREATE INDEX "follow_holder" ON "follow"  ("holder") ;
    `);
    const following: Following[] = await db.query(
      `select 'ADDRESS' as kind, id as "responseId", follow_up_email as value from response where follow_up_email is not null
       union all select 'ACCOUNT', id, person_id::text from response where person_id is not null`,
    );
    const rows = following.map((it) => ({
      key: made("key", it.kind, it.responseId),
      holder: made("holder", it.kind, it.value),
      sealed: encrypted("follow", JSON.stringify(it)),
    }));
    // In the order of keys that were made: that of responses would lead back to them.
    await db.query(
      `insert into follow select key, holder, sealed
       from jsonb_to_recordset($1::jsonb) r(key text, holder text, sealed text) order by key`,
      [JSON.stringify(rows)],
    );
    await db.query(`
      UPDATE "response" SET "digest" = '' WHERE "follow_up_email" IS NOT NULL;
      ALTER TABLE "response" DROP CONSTRAINT "FK_0c458d3ff37c6ae8274fbe92cd6";
      DROP INDEX "public"."response_person";
      DROP INDEX "public"."response_told";
      ALTER TABLE "response" DROP COLUMN "follow_up_email";
      ALTER TABLE "response" DROP COLUMN "person_id";
    `);
  }

  async down(db: QueryRunner) {
    await db.query(`
      ALTER TABLE "response" ADD "person_id" uuid;
      ALTER TABLE "response" ADD "follow_up_email" text;
    `);
    const rows: { sealed: string }[] = await db.query("select sealed from follow");
    const following = rows.flatMap((row) => {
      const text = decrypted("follow", row.sealed);
      return text === null ? [] : (JSON.parse(text) as Following);
    });
    await db.query(
      `update response r set follow_up_email = f.value from jsonb_to_recordset($1::jsonb) f(kind text, "responseId" uuid, value text)
       where r.id = f."responseId" and f.kind = 'ADDRESS'`,
      [JSON.stringify(following)],
    );
    await db.query(
      `update response r set person_id = f.value::uuid from jsonb_to_recordset($1::jsonb) f(kind text, "responseId" uuid, value text)
       where r.id = f."responseId" and f.kind = 'ACCOUNT'`,
      [JSON.stringify(following)],
    );
    await db.query(`
      DROP INDEX "public"."follow_holder";
      DROP TABLE "follow";
      CREATE INDEX "response_told" ON "response" USING btree ("id") WHERE ((follow_up_email IS NOT NULL) OR (person_id IS NOT NULL));
      CREATE INDEX "response_person" ON "response" USING btree ("person_id") ;
      ALTER TABLE "response" ADD CONSTRAINT "FK_0c458d3ff37c6ae8274fbe92cd6" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
    `);
  }
}
