import type { Fate } from "../../../graphql/resolvers.generated.ts";
import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { tally } from "../../ground/tally/tally.sql.ts";

type Counted = Pick<Fate, "texts" | "takenUp" | "explained">;

/** Fate of the texts of a theme or an objective: of those that anybody may read, and so may count. */
export async function fateOf({ db, batch }: Context, id: string): Promise<Fate> {
  const name = "fate: themes and objectives";
  const loader = batch(name, async (ids) => {
    const text = `select it.id, ${tally("texts", "it.id")} as texts, ${tally("taken", "it.id")} as "takenUp",
        ${tally("explained", "it.id")} as explained from unnest($1::uuid[]) it(id)`;
    return keyed(await prepared<Counted & { id: string }>(db, name, text, [ids]), (row) => row.id);
  });
  return fateFrom((await loader(id)) ?? { texts: 0, takenUp: 0, explained: 0 });
}

/** The rest of the texts waits to be read. Pure. */
export const fateFrom = ({ texts, takenUp, explained }: Counted): Fate => ({
  texts,
  takenUp,
  explained,
  waiting: texts - takenUp - explained,
});
