import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { columnsOf, prepared } from "../../../platform/data/statement.ts";
import { Syntheses, type Synthesis } from "./synthesis.entity.ts";

/** The last synthesis published before an objective, and what it holds in a paragraph. */
export interface StartingPoint {
  synthesis: Synthesis;
  words: string | null;
}

/** Starting point of the answers about an objective; null for the first objective of a group. */
export async function startingPointOf({ db, batch }: Context, objectiveId: string): Promise<StartingPoint | null> {
  const found = await batch("questionnaire: starting point", async (ids) => {
    const rows = await prepared<Synthesis & { before: string; words: string | null }>(
      db,
      "questionnaire: starting point",
      `select distinct on (o.id) ${columnsOf(db, Syntheses)}, o.id as before, coalesce(v.definition, p.text) as words
       from objective o
       join objective earlier on earlier.group_id = o.group_id and earlier.number < o.number
       join synthesis it on it.objective_id = earlier.id and it.state = 'PUBLISHED'
       join synthesis_version v on v.synthesis_id = it.id and v.version = it.version
       left join lateral (select text from synthesis_paragraph
         where version_id = v.id and kind = 'AGREEMENT' order by position, id limit 1) p on true
       where o.id = any($1::uuid[]) order by o.id, earlier.number desc`,
      [ids],
    );
    return keyed(
      rows.map(({ before, words, ...synthesis }) => ({ before, words, synthesis })),
      ({ before }) => before,
    );
  })(objectiveId);
  return found ?? null;
}
