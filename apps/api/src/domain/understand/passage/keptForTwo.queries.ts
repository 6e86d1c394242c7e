import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared } from "../../../platform/data/statement.ts";

/** That a text is kept for two: by whom, and since when. */
export interface KeptForTwo {
  name: string;
  keptAt: Date;
  byAnother: boolean;
}

/** Answers by whom a text is kept for two; null where nobody does. */
export async function keptForTwo({ batch, db, viewer }: Context, contributionId: string): Promise<KeptForTwo | null> {
  const loader = batch("reading: kept for two", async (ids) => {
    const rows = await prepared<KeptForTwo & { key: string }>(
      db,
      "reading: kept for two",
      `select k.contribution_id as key, p.display_name as name, k.kept_at as "keptAt", k.person_id <> $2 as "byAnother"
       from kept_for_two k join person p on p.id = k.person_id where k.contribution_id = any($1::uuid[])`,
      [ids, viewer.id],
    );
    return keyed(rows, ({ key }) => key);
  });
  return (await loader(contributionId)) ?? null;
}
