import type { MigrationInterface, QueryRunner } from "typeorm";

/** Rows whose name in addresses holds words of their name, and the column of that name. */
const named = { initiative: "name", document: "title", organisation: "name" };

export class MaskedAddresses202612031750 implements MigrationInterface {
  name = "MaskedAddresses1796320233176";

  async up(db: QueryRunner) {
    // Where a moderator masked words of a name, its address still told them.
    for (const [table, name] of Object.entries(named))
      await db.query(
        `update "${table}" it set slug = 'w-' || left(encode(sha256(convert_to(slug, 'UTF8')), 'hex'), 32)
         where position('[…]' in ${name}) > 0 and slug !~ '^w-[0-9a-f]{32}$' and exists (select from ruling r
           where r.text_id = it.id and r.kind = upper('${table}') and r.outcome = 'MASKED' and r.lifted_at is null)`,
      );
  }

  /** What was masked is not told again. */
  async down() {}
}
