import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { withInstants } from "../../../platform/data/joined.ts";

/** That a text is kept for two: by whom, and since when. */
export interface KeptForTwo {
  name: string;
  keptAt: Date;
  byAnother: boolean;
}

/** Answers by whom a text is kept for two; null where nobody does. */
export async function keptForTwo(
  { batch, joined, viewer }: Context,
  contributionId: string,
): Promise<KeptForTwo | null> {
  const loader = batch("reading: kept for two", async (ids) => {
    const rows = await joined<KeptForTwo & { key: string }>(
      "reading: kept for two",
      `select k.contribution_id as key, p.display_name as name, k.kept_at as "keptAt", k.person_id <> $2 as "byAnother"
       from kept_for_two k join person p on p.id = k.person_id where k.contribution_id = any($1::uuid[])`,
      [ids, viewer.id],
    );
    return keyed(withInstants(rows, ["keptAt"]), ({ key }) => key);
  });
  return (await loader(contributionId)) ?? null;
}
